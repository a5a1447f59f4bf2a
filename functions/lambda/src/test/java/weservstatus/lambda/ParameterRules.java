package weservstatus.lambda;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The rules of a template about its parameters, evaluated as CloudFormation does before it makes
 * anything.
 *
 * @param defaults of the parameters
 */
record ParameterRules(JsonNode rules, Map<String, String> defaults) {
    static ParameterRules of(Template template) {
        return new ParameterRules(
                template.json().path("Rules"),
                template.json().path("Parameters").properties().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry -> entry.getValue().path("Default").asString(""))));
    }

    /**
     * All that is said against parameters, nothing where they are taken.
     *
     * @param given such as {@code A=1 B=2}; what is not given is the default
     */
    String against(String given) {
        Map<String, String> values = new HashMap<>(defaults);
        for (String pair : given.split(" ", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return rules.valueStream()
                .filter(rule -> holds(rule.path("RuleCondition"), values))
                .flatMap(rule -> rule.path("Assertions").valueStream())
                .filter(assertion -> !holds(assertion.path("Assert"), values))
                .map(assertion -> assertion.path("AssertDescription").asString(""))
                .collect(Collectors.joining("; "));
    }

    private static boolean holds(JsonNode condition, Map<String, String> values) {
        if (condition.has("Fn::Not")) {
            return !holds(condition.path("Fn::Not").path(0), values);
        }
        JsonNode equals = condition.path("Fn::Equals");
        if (equals.size() != 2) {
            throw new AssertionError("no condition that is known here: " + condition);
        }
        return value(equals.path(0), values).equals(value(equals.path(1), values));
    }

    private static String value(JsonNode node, Map<String, String> values) {
        String name = node.path("Ref").asString("");
        return name.isEmpty() ? node.asString() : String.valueOf(values.get(name));
    }
}
