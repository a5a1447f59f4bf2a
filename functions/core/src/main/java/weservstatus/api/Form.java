package weservstatus.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.usecase.FieldFault;

/**
 * One JSON object that somebody sent, read strictly. Faults are collected while it is read; {@link
 * #end} names them all. What is faulty reads as something harmless until then.
 */
public final class Form {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private final String path;
    private final ObjectNode node;
    private final List<FieldFault> faults;
    private final Set<String> asked = new LinkedHashSet<>();

    private Form(String path, ObjectNode node, List<FieldFault> faults) {
        this.path = path;
        this.node = node;
        this.faults = faults;
    }

    /**
     * @throws Unacceptable when the body is no JSON object, or names a field twice
     */
    static Form read(Request request) {
        return new Form("", JsonBody.of(request), new ArrayList<>());
    }

    /** Text on one line that says something. */
    String line(String name, int most) {
        return maybeLine(name, most).orElseGet(() -> lacking(name, "text on one line", ""));
    }

    Optional<String> maybeLine(String name, int most) {
        Optional<String> line = maybeText(name, most);
        if (line.filter(text -> text.isBlank() || text.indexOf('\n') >= 0).isPresent()) {
            fault(name, "it is no text on one line", "give one line that says something");
        }
        return line.map(String::strip);
    }

    /** Text of any number of lines, which may be empty. */
    Optional<String> maybeText(String name, int most) {
        return value(name, JsonNode::isString, "text").map(found -> text(name, found, most));
    }

    private String text(String name, JsonNode found, int most) {
        String text = found.stringValue().replace("\r\n", "\n");
        if (text.length() > most) {
            fault(name, "it has %d characters".formatted(text.length()), "give at most " + most);
        }
        if (CONTROL.matcher(text).find()) {
            fault(name, "it has control characters", "leave them out");
        }
        return text;
    }

    Optional<Boolean> maybeFlag(String name) {
        return value(name, JsonNode::isBoolean, "true or false").map(JsonNode::booleanValue);
    }

    /** What is done once and for ever: true, or not there. */
    boolean onlyTrue(String name) {
        Optional<Boolean> given = maybeFlag(name);
        if (given.equals(Optional.of(false))) {
            fault(name, "it cannot be taken back", "give true or leave it out");
        }
        return given.orElse(false);
    }

    Optional<Instant> maybeInstant(String name) {
        return maybe(name, Instant::parse, "a time as in 2026-01-31T12:00:00Z");
    }

    /**
     * The text of the field as something else.
     *
     * @param parser throws {@link IllegalArgumentException} or {@link DateTimeException} for what
     *     is none
     * @param wanted says what is
     */
    <T> Optional<T> maybe(String name, Function<String, T> parser, String wanted) {
        Optional<String> text = value(name, JsonNode::isString, wanted).map(JsonNode::stringValue);
        try {
            return text.map(parser);
        } catch (IllegalArgumentException | DateTimeException e) {
            fault(name, "it is %s".formatted(Echo.of(text.orElse(""))), "give " + wanted);
            return Optional.empty();
        }
    }

    /** The same, of which there must be one. */
    <T> T parsed(String name, Function<String, T> parser, String wanted, T harmless) {
        if (!node.has(name)) {
            return lacking(name, wanted, harmless);
        }
        return maybe(name, parser, wanted).orElse(harmless);
    }

    Optional<Form> maybeForm(String name) {
        return value(name, JsonNode::isObject, "an object")
                .map(found -> new Form(path + name + ".", (ObjectNode) found, faults));
    }

    /** A list of objects; absent when it is not there. */
    Optional<List<Form>> maybeForms(String name, int most) {
        return list(name, most).map(items -> forms(name, items));
    }

    private List<Form> forms(String name, List<JsonNode> items) {
        List<Form> forms = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            String place = "%s[%d]".formatted(name, index);
            if (items.get(index) instanceof ObjectNode object) {
                forms.add(new Form(path + place + ".", object, faults));
            } else {
                fault(place, "it is no object", "give an object");
            }
        }
        return forms;
    }

    /** A list of texts, each read as something else; absent when it is not there. */
    <T> Optional<List<T>> maybeAll(
            String name, int most, Function<String, T> parser, String wanted) {
        return list(name, most).map(items -> all(name, items, parser, wanted));
    }

    private <T> List<T> all(
            String name, List<JsonNode> items, Function<String, T> parser, String wanted) {
        List<T> found = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            JsonNode item = items.get(index);
            try {
                found.add(parser.apply(item.isString() ? item.stringValue() : ""));
            } catch (IllegalArgumentException | DateTimeException e) {
                String given = Echo.of(item.isString() ? item.stringValue() : "no text");
                fault("%s[%d]".formatted(name, index), "it is " + given, "give " + wanted);
            }
        }
        return found;
    }

    /** An object whose fields are all texts, read as something else; empty when not there. */
    <K, V> Map<K, V> pairs(
            String name, Function<String, K> keys, Function<String, V> values, String wanted) {
        Map<K, V> pairs = new LinkedHashMap<>();
        maybeForm(name)
                .ifPresent(form ->
                        form.node
                                .propertyNames()
                                .forEach(key ->
                                        form.pair(key, keys, wanted)
                                                .ifPresent(known ->
                                                        form.maybe(key, values, wanted)
                                                                .ifPresent(value ->
                                                                        pairs.put(known, value)))));
        return pairs;
    }

    private <K> Optional<K> pair(String key, Function<String, K> keys, String wanted) {
        try {
            return Optional.of(keys.apply(key));
        } catch (IllegalArgumentException e) {
            fault(Echo.of(key), "the name cannot be used", "give " + wanted);
            return Optional.empty();
        }
    }

    boolean has(String name) {
        return node.has(name);
    }

    void fault(String name, String reason, String remedy) {
        faults.add(new FieldFault(path + name, reason, remedy));
    }

    /** Names what was not asked for as faulty, too. */
    void endPart() {
        Set<String> unknown = new HashSet<>(node.propertyNames());
        unknown.removeAll(asked);
        unknown.stream()
                .sorted()
                .forEach(name ->
                        fault(
                                Echo.of(name),
                                "there is no such field",
                                "leave it out; there are " + String.join(", ", asked)));
    }

    /**
     * The end of the whole form.
     *
     * @throws Unacceptable when anything in it was faulty
     */
    void end() {
        endPart();
        if (!faults.isEmpty()) {
            throw new Unacceptable(Problem.unfit(faults));
        }
    }

    private <T> T lacking(String name, String wanted, T harmless) {
        if (!node.has(name)) {
            fault(name, "it is missing", "give " + wanted);
        }
        return harmless;
    }

    private Optional<List<JsonNode>> list(String name, int most) {
        Optional<JsonNode> found = value(name, JsonNode::isArray, "a list");
        if (found.filter(items -> items.size() > most).isPresent()) {
            fault(name, "it has too many items", "give at most " + most);
            return Optional.of(List.of());
        }
        return found.map(items -> List.copyOf(items.values()));
    }

    private Optional<JsonNode> value(String name, Function<JsonNode, Boolean> is, String wanted) {
        asked.add(name);
        Optional<JsonNode> found = Optional.ofNullable(node.get(name));
        if (found.filter(value -> !is.apply(value)).isPresent()) {
            fault(name, "it is not " + wanted, "give " + wanted);
            return Optional.empty();
        }
        return found;
    }
}
