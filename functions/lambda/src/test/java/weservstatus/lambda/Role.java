package weservstatus.lambda;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A function's role as the template writes it, evaluated as IAM does, condition on the leading keys
 * included.
 *
 * @param location what the parameter of that name is
 */
record Role(String function, List<JsonNode> statements, String location) {
    static Role of(Template template, String function, String location) {
        return new Role(function, template.statements(function + "Role").toList(), location);
    }

    /** Fails as AWS would, with the action and the item. */
    void requireItem(String action, String partition) {
        boolean allowed =
                allowing(action)
                        .anyMatch(statement ->
                                statement.path("Resource").toString().contains("\"Table\"")
                                        && leads(statement, partition));
        if (!allowed) {
            throw new AssertionError(
                    "%s is not allowed %s on partition %s".formatted(function, action, partition));
        }
    }

    /** The same for an object; an empty key is the bucket itself. */
    void requireObject(String action, String key) {
        boolean allowed =
                allowing(action)
                        .flatMap(statement -> all(statement.path("Resource")))
                        .anyMatch(resource -> covers(resource, key));
        if (!allowed) {
            throw new AssertionError("%s is not allowed %s on %s".formatted(function, action, key));
        }
    }

    private Stream<JsonNode> allowing(String action) {
        return statements.stream()
                .filter(statement -> statement.path("Effect").asString("").equals("Allow"))
                .filter(statement ->
                        all(statement.path("Action"))
                                .anyMatch(allowed -> allowed.asString("").equals(action)));
    }

    private boolean leads(JsonNode statement, String partition) {
        JsonNode condition = statement.path("Condition");
        if (condition.isMissingNode()) {
            return true;
        }
        return condition
                .path("ForAllValues:StringEquals")
                .path("dynamodb:LeadingKeys")
                .valueStream()
                .map(key -> key.has("Fn::Sub") ? key.path("Fn::Sub") : key)
                .map(key -> key.asString("").replace("${Location}", location))
                .anyMatch(partition::equals);
    }

    private static boolean covers(JsonNode resource, String key) {
        if (key.isEmpty()) {
            return resource.toString().contains("\"PageBucket\"");
        }
        String pattern = resource.path("Fn::Sub").asString("");
        String prefix = "${PageBucket.Arn}/";
        return pattern.startsWith(prefix)
                && Pattern.matches(
                        "\\Q" + pattern.substring(prefix.length()).replace("*", "\\E.*\\Q") + "\\E",
                        key);
    }

    private static Stream<JsonNode> all(JsonNode oneOrMany) {
        return oneOrMany.isArray() ? oneOrMany.valueStream() : Stream.of(oneOrMany);
    }
}
