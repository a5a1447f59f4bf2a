package weservstatus.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import weservstatus.check.ComponentId;
import weservstatus.incident.AlertDoor;
import weservstatus.incident.AlertDoor.Meaning;
import weservstatus.verdict.ComponentOverride;
import weservstatus.verdict.ComponentStatus;

/** How it is written what the alerts of an Alertmanager mean here. */
final class AlertFields {
    private static final int MOST_LABELS = 20;

    /** An Alertmanager calls again after 4 hours where nobody changed repeat_interval. */
    private static final Duration USUAL = Duration.ofHours(5);

    private static final Pattern LABEL = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");

    private static final Field<String> ID =
            Field.required("id", Scalars.newId(Kind.ALERTS), "What you call it.", "id: prometheus");
    private static final Field<Map<String, String>> LABELS =
            Field.required(
                    "labels",
                    labels(),
                    "Labels with their values, all of which an alert must have.",
                    "labels: {alertname: QueueFull}");
    private static final Field<String> COMPONENT =
            Field.required(
                    "component",
                    Scalars.idOf(Kind.COMPONENT),
                    "What the alert is about.",
                    "component: website");
    private static final Field<ComponentStatus> STATUS =
            Field.required(
                    "status",
                    Scalars.choice(statuses()),
                    "What the component is while the alert fires.",
                    "status: partial_outage");
    private static final Field<Meaning> MEANS =
            Field.optional(
                    "means",
                    Scalars.choice(meanings()),
                    "incident opens one; state only lets the component be so while the alert"
                            + " fires.",
                    "incident");
    private static final Field<Duration> LASTS =
            Field.optional(
                    "lasts",
                    Durations.between(Duration.ofMinutes(1), ComponentOverride.LONGEST),
                    "How long a state counts after the last call, 1m to 7d; longer than"
                            + " Alertmanager's repeat_interval.",
                    "5h");
    private static final Field<List<AlertDoor.Rule>> RULES =
            Field.required(
                    "rules",
                    new ListOf<>(
                            "rule",
                            200,
                            new SectionReader("a rule", LABELS, COMPONENT, STATUS, MEANS)
                                    .as(AlertFields::rule)),
                    "What alerts mean; the first rule that fits one counts.",
                    "rules: [{labels: {alertname: QueueFull}, component: website, status:"
                            + " partial_outage}]");
    static final Field<List<AlertDoor>> ALERTS =
            Field.optional(
                    "alerts",
                    new ListOf<>(
                            "Alertmanager",
                            20,
                            HeartbeatFields.withToken("an Alertmanager", ID, RULES, LASTS)
                                    .as(AlertFields::door)),
                    "Alertmanagers that may open incidents or set components here.",
                    "none");

    private AlertFields() {}

    private static AlertDoor door(Section section) {
        return new AlertDoor(
                section.of(ID),
                HeartbeatFields.token(section),
                section.of(RULES),
                section.find(LASTS).orElse(USUAL));
    }

    private static AlertDoor.Rule rule(Section rule) {
        return new AlertDoor.Rule(
                rule.of(LABELS),
                new ComponentId(rule.of(COMPONENT)),
                rule.of(STATUS),
                rule.find(MEANS).orElse(Meaning.INCIDENT));
    }

    private static Map<String, Meaning> meanings() {
        Map<String, Meaning> words = new LinkedHashMap<>();
        words.put("incident", Meaning.INCIDENT);
        words.put("state", Meaning.STATE);
        return words;
    }

    private static Map<String, ComponentStatus> statuses() {
        Map<String, ComponentStatus> words = new LinkedHashMap<>();
        for (ComponentStatus status :
                List.of(
                        ComponentStatus.DEGRADED_PERFORMANCE,
                        ComponentStatus.PARTIAL_OUTAGE,
                        ComponentStatus.MAJOR_OUTAGE)) {
            words.put(status.label(), status);
        }
        return words;
    }

    /** A label of Prometheus is a word; its value is one line. */
    private static Reader<Map<String, String>> labels() {
        Reader<String> value = Scalars.line(500);
        return Reader.of(
                (spot, reading) -> readLabels(spot, value, reading),
                Map.of(
                        "type",
                        "object",
                        "minProperties",
                        1,
                        "maxProperties",
                        MOST_LABELS,
                        "additionalProperties",
                        value.schema()));
    }

    private static Optional<Map<String, String>> readLabels(
            Spot spot, Reader<String> value, Reading reading) {
        int before = reading.faultCount();
        List<Entry> entries =
                spot.node() instanceof MappingNode ? Entry.of(spot, reading) : List.of();
        if (entries.isEmpty() || entries.size() > MOST_LABELS) {
            reading.refuse(
                    spot,
                    spot.shown() + " is not 1 to " + MOST_LABELS + " labels",
                    "write labels with values, such as {alertname: QueueFull}");
            return Optional.empty();
        }
        Map<String, String> labels = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (!LABEL.matcher(entry.key()).matches()) {
                reading.refuse(
                        entry.keySpot(), "is no name of a label", "write a word like alertname");
            }
            value.read(entry.value(), reading).ifPresent(text -> labels.put(entry.key(), text));
        }
        return reading.faultCount() == before ? Optional.of(labels) : Optional.empty();
    }
}
