package weservstatus.notify;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.incident.Impact;

/**
 * A service of PagerDuty, over Events API v2: incidents are alerts, planned work is a change event,
 * which wakes nobody. All messages of one incident share one {@code dedup_key}, so a repeat changes
 * nothing.
 *
 * <p>Limits: 1,024 characters of {@code summary}, 255 of {@code dedup_key}
 * (github.com/PagerDuty/developer-docs, docs/events-API-v2/02-Trigger-Events.md), 512 KB of an
 * event (01-Overview.md). Everything is plain text.
 *
 * @param server {@code https://events.pagerduty.com} or {@code https://events.eu.pagerduty.com}
 * @param secret names the integration key, 32 letters and digits
 */
public record PagerDutyChannel(
        ChannelHead head, URI server, SecretName secret, boolean privateAllowed)
        implements HttpChannel {
    private static final int MOST_SUMMARY = 1_024;
    private static final int MOST_TEXT = 10_000;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{32}");

    @Override
    public Optional<Post> post(
            Message message, Function<SecretName, Optional<String>> secrets, Instant now) {
        return secrets.apply(secret)
                .map(String::strip)
                .filter(KEY.asMatchPredicate())
                .map(key -> Post.json(address(message), Map.of(), body(message, key)));
    }

    private URI address(Message message) {
        return URI.create(server + (isWork(message) ? "/v2/change/enqueue" : "/v2/enqueue"));
    }

    private static boolean isWork(Message message) {
        return message.about() instanceof About.OfWork;
    }

    private static String body(Message message, String key) {
        ObjectNode json = MessageJson.JSON.createObjectNode();
        json.put("routing_key", key);
        ObjectNode payload = json.putObject("payload");
        payload.put("summary", Dialect.PLAIN.subject(message, MOST_SUMMARY));
        payload.put("timestamp", message.at().toString());
        payload.put("source", Dialect.PLAIN.line(message.page(), 200));
        ObjectNode details = payload.putObject("custom_details");
        details.put("text", Dialect.PLAIN.body(message, MOST_TEXT));
        details.put("message", message.id().value());
        links(message, json.putArray("links"));
        if (!isWork(message)) {
            alert(message, json, payload);
        }
        return json.toString();
    }

    private static void alert(Message message, ObjectNode json, ObjectNode payload) {
        json.put("event_action", message.event() == Event.RESOLVED ? "resolve" : "trigger");
        json.put("dedup_key", "weserv-status/" + message.about().thread());
        json.put("client", "weserv-status");
        json.put("client_url", message.look().link().toASCIIString());
        payload.put("severity", severity(message.heading().impact()));
        payload.put("class", message.event().label());
        message.parts().stream()
                .findFirst()
                .ifPresent(part -> {
                    payload.put("component", Dialect.PLAIN.line(part.name(), 200));
                    payload.put("group", Dialect.PLAIN.line(part.groupName(), 200));
                });
    }

    private static void links(Message message, ArrayNode links) {
        link(links, message.look().link(), "Status page");
        message.look().evidence().stream().limit(10).forEach(uri -> link(links, uri, "Evidence"));
    }

    private static void link(ArrayNode links, URI uri, String text) {
        ObjectNode link = links.addObject();
        link.put("href", uri.toASCIIString());
        link.put("text", text);
    }

    private static String severity(Impact impact) {
        return switch (impact) {
            case NONE -> "info";
            case MINOR -> "warning";
            case MAJOR -> "error";
            case CRITICAL -> "critical";
        };
    }

    @Override
    public boolean keepsThreads() {
        return true;
    }
}
