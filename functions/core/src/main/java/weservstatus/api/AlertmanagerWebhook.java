package weservstatus.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.incident.Alert;
import weservstatus.text.CleanText;

/**
 * Reads what an Alertmanager sends to a webhook, version 4
 * (prometheus.io/docs/alerting/latest/configuration/#webhook_config). Fields that mean nothing here
 * are passed over: new versions of Alertmanager add some.
 */
final class AlertmanagerWebhook {
    private static final int MOST_ALERTS = 500;
    private static final int MOST_LABELS = 100;
    private static final int LONGEST_TITLE = 150;
    private static final int LONGEST_SUMMARY = 500;

    private AlertmanagerWebhook() {}

    /** The group; absent when it is none of version 4. */
    static Optional<Alert.Group> read(byte[] body) {
        try {
            JsonNode json = JsonMapper.shared().readTree(body);
            String key = json.path("groupKey").asString("");
            JsonNode alerts = json.path("alerts");
            boolean sound =
                    json.path("version").asString("").equals("4")
                            && !key.isEmpty()
                            && alerts.isArray()
                            && alerts.size() <= MOST_ALERTS;
            return sound ? Optional.of(group(key, json)) : Optional.empty();
        } catch (JacksonException | DateTimeException notOne) {
            return Optional.empty();
        }
    }

    private static Alert.Group group(String key, JsonNode json) {
        List<Alert> alerts = new ArrayList<>();
        json.path("alerts").forEach(alert -> alerts.add(alert(alert)));
        return new Alert.Group(key, title(json, alerts), alerts);
    }

    private static Alert alert(JsonNode json) {
        Instant started = moment(json.path("startsAt"));
        boolean resolved = json.path("status").asString("").equals("resolved");
        return new Alert(
                labels(json.path("labels")),
                summary(json.path("annotations"), LONGEST_SUMMARY),
                started,
                resolved ? Optional.of(moment(json.path("endsAt"))) : Optional.empty());
    }

    private static Instant moment(JsonNode json) {
        return OffsetDateTime.parse(json.asString("")).toInstant();
    }

    private static Map<String, String> labels(JsonNode json) {
        Map<String, String> labels = new HashMap<>();
        json.properties().stream()
                .limit(MOST_LABELS)
                .forEach(label -> labels.put(label.getKey(), label.getValue().asString("")));
        return labels;
    }

    /** What all have in common, else what the first says, else its name. */
    private static String title(JsonNode json, List<Alert> alerts) {
        return Optional.of(summary(json.path("commonAnnotations"), LONGEST_TITLE))
                .filter(text -> !text.isEmpty())
                .or(() -> Optional.of(line(json.at("/commonLabels/alertname").asString(""))))
                .filter(text -> !text.isEmpty())
                .or(() ->
                        alerts.stream()
                                .map(alert -> line(alert.labels().getOrDefault("alertname", "")))
                                .filter(name -> !name.isEmpty())
                                .findFirst())
                .orElse("Alerts");
    }

    private static String line(String text) {
        return cut(CleanText.line(text), LONGEST_TITLE);
    }

    private static String summary(JsonNode annotations, int longest) {
        String summary = annotations.path("summary").asString("");
        String text = summary.isEmpty() ? annotations.path("description").asString("") : summary;
        return cut(CleanText.line(text), longest);
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
