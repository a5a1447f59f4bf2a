package weservstatus.notify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.check.ComponentId;
import weservstatus.text.Slug;

/**
 * A message as a topic of Amazon SNS takes it: one body for each protocol, and attributes by which
 * each subscriber's filter policy picks.
 *
 * @param subject of mails: printable ASCII, at most {@value #MOST_SUBJECT} characters
 * @param body JSON for {@code MessageStructure=json}: {@code default}, {@code email}, {@code sms}
 *     of at most 140 characters of GSM-7, {@code https} and {@code http} with the message as JSON
 * @param attributes values of {@code id}, {@code event}, {@code impact} and {@code audience}:
 *     {@code visitors}, or {@code owner} for what visitors do not hear of
 * @param lists values of {@code component} and {@code group}, each a JSON array of strings for the
 *     type {@code String.Array}; absent where the message concerns no component
 */
public record SnsText(
        String subject, String body, Map<String, String> attributes, Map<String, String> lists) {
    /** SNS refuses 100 and more. */
    private static final int MOST_SUBJECT = 99;

    /** All bodies and attributes together may take 256 KB; mails have room for most of it. */
    private static final int MOST_MAIL = 60_000;

    /** Values that a filter policy sees; more would count as more than one message. */
    private static final int MOST_VALUES = 100;

    /** A filter policy has at most 150 combinations of values; one stands for "no component". */
    public static final int MOST_CHOSEN = 149;

    private static final String AUDIENCE = "audience";
    private static final String COMPONENT = "component";
    private static final String VISITORS = "visitors";

    public SnsText {
        attributes = Map.copyOf(attributes);
        lists = Map.copyOf(lists);
    }

    /** The message for every kind of subscriber at once. */
    public static SnsText of(Message message) {
        return new SnsText(
                subject(message),
                body(message),
                Map.of(
                        "id",
                        message.id().value(),
                        "event",
                        message.event().label(),
                        "impact",
                        message.heading().impact().label(),
                        AUDIENCE,
                        audience(message)),
                lists(message.parts()));
    }

    /**
     * The filter policy of a visitor who subscribes to the topic. What concerns no component
     * concerns everybody.
     *
     * @param components that the visitor wants to hear of, at most {@value #MOST_CHOSEN}; empty for
     *     all
     */
    public static String filterPolicy(Set<ComponentId> components) {
        ObjectNode policy = MessageJson.JSON.createObjectNode();
        policy.putArray(AUDIENCE).add(VISITORS);
        if (!components.isEmpty()) {
            ArrayNode chosen = policy.putArray(COMPONENT);
            components.stream().sorted().forEach(id -> chosen.add(id.value()));
            chosen.addObject().put("exists", false);
        }
        return policy.toString();
    }

    /**
     * What a visitor chose, read from a filter policy; empty for all, as the empty policy says too.
     * Absent for any other that {@link #filterPolicy} does not write: an owner's own.
     */
    public static Optional<Set<ComponentId>> chosen(String filterPolicy) {
        try {
            JsonNode policy = MessageJson.JSON.readTree(filterPolicy);
            if (policy.isObject() && policy.isEmpty()) {
                return Optional.of(Set.of());
            }
            Set<ComponentId> chosen =
                    policy.path(COMPONENT)
                            .valueStream()
                            .map(one -> one.asString(""))
                            .filter(Slug::isValid)
                            .map(ComponentId::new)
                            .collect(Collectors.toSet());
            JsonNode ours = MessageJson.JSON.readTree(filterPolicy(chosen));
            return values(policy).equals(values(ours)) ? Optional.of(chosen) : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** The order in which values are written means nothing. */
    private static Map<String, Set<JsonNode>> values(JsonNode policy) {
        return policy.propertyStream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                one -> one.getValue().valueStream().collect(Collectors.toSet())));
    }

    private static String audience(Message message) {
        return message.event().isForVisitors(message.about()) ? VISITORS : "owner";
    }

    private static String subject(Message message) {
        String ascii = MessageText.subject(message).replaceAll("[^\\x20-\\x7e]", "?").strip();
        return ascii.substring(0, Math.min(MOST_SUBJECT, ascii.length())).strip();
    }

    private static String body(Message message) {
        String json = MessageJson.of(message).toString();
        ObjectNode body = MessageJson.JSON.createObjectNode();
        body.put("default", SmsText.of(message));
        body.put("email", Dialect.BYTES.body(message, MOST_MAIL) + "\n");
        body.put("sms", SmsText.of(message));
        body.put("https", json);
        body.put("http", json);
        return body.toString();
    }

    private static Map<String, String> lists(List<Message.Part> parts) {
        Map<String, String> lists = new LinkedHashMap<>();
        if (!parts.isEmpty()) {
            lists.put(COMPONENT, array(parts.stream().map(part -> part.id().value()).toList()));
            lists.put("group", array(parts.stream().map(part -> part.group().value()).toList()));
        }
        return lists;
    }

    private static String array(List<String> values) {
        ArrayNode array = MessageJson.JSON.createArrayNode();
        values.stream().distinct().limit(MOST_VALUES).forEach(array::add);
        return array.toString();
    }
}
