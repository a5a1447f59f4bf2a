package weservstatus.notify;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.incident.Impact;

/**
 * An Alertmanager of Prometheus, over its API v2 (github.com/prometheus/alertmanager,
 * api/v2/openapi.yaml, {@code postAlerts}). The labels of an alert are its identity, so a repeat
 * changes nothing.
 *
 * <p>An incident is three alerts, one for each severity, of which at most one fires: routes look at
 * that label, and an incident that gets worse must not leave its old alert behind. Alertmanager
 * ends an alert that is not pushed again; ours name an end a week ahead, which the notice that the
 * incident is over brings forward.
 *
 * @param server such as {@code http://alertmanager:9093}
 * @param secret names a bearer token; absent where none is asked for
 */
public record AlertmanagerChannel(
        ChannelHead head, URI server, Optional<SecretName> secret, boolean privateAllowed)
        implements HttpChannel {
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final int MOST_SUMMARY = 500;
    private static final int MOST_TEXT = 10_000;
    private static final List<String> SEVERITIES = List.of("info", "warning", "critical");

    @Override
    public Optional<Post> post(
            Message message, Function<SecretName, Optional<String>> secrets, Instant now) {
        URI url = URI.create(server + "/api/v2/alerts");
        String body = body(message, now);
        return secret.isEmpty()
                ? Optional.of(Post.json(url, Map.of(), body))
                : secrets.apply(secret.get())
                        .flatMap(HttpChannel::bearer)
                        .map(headers -> Post.json(url, headers, body));
    }

    private static String body(Message message, Instant now) {
        ArrayNode alerts = MessageJson.JSON.createArrayNode();
        for (String severity : SEVERITIES) {
            boolean fires = severity.equals(severity(message)) && !isOver(message);
            alerts.add(alert(message, severity, fires ? now.plus(LONGEST) : now));
        }
        return alerts.toString();
    }

    private static ObjectNode alert(Message message, String severity, Instant end) {
        ObjectNode alert = MessageJson.JSON.createObjectNode();
        ObjectNode labels = alert.putObject("labels");
        labels.put("alertname", name(message.about()));
        labels.put("severity", severity);
        labels.put("thread", message.about().thread());
        labels.put("page", Dialect.PLAIN.line(message.page(), 200));
        ObjectNode annotations = alert.putObject("annotations");
        annotations.put("summary", Dialect.PLAIN.subject(message, MOST_SUMMARY));
        annotations.put("description", Dialect.PLAIN.body(message, MOST_TEXT));
        annotations.put("message", message.id().value());
        alert.put("startsAt", earlier(message.facts().since(), end).toString());
        alert.put("endsAt", end.toString());
        alert.put("generatorURL", message.look().link().toASCIIString());
        return alert;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static String name(About about) {
        return switch (about) {
            case About.OfIncident ignored -> "WeservStatusIncident";
            case About.OfWork ignored -> "WeservStatusMaintenance";
            case About.OfMessages ignored -> "WeservStatusMessage";
        };
    }

    private static boolean isOver(Message message) {
        return switch (message.event()) {
            case RESOLVED, ENDED, CANCELLED -> true;
            case OPENED, UPDATE, PLANNED, REMINDER, STARTED, OVERRUN, UNSTABLE, GROUPED, TEST ->
                    false;
        };
    }

    private static String severity(Message message) {
        Impact impact = message.heading().impact();
        return switch (impact) {
            case NONE -> "info";
            case MINOR -> "warning";
            case MAJOR, CRITICAL -> "critical";
        };
    }

    @Override
    public boolean keepsThreads() {
        return true;
    }
}
