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
    static final String STACK = "status";

    private static final String PARAMETER =
            "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter";

    static Role of(Template template, String function, String location) {
        return new Role(function, template.statements(function + "Role").toList(), location);
    }

    /** Fails as AWS would, with the action and the item. */
    void requireItem(String action, String partition) {
        boolean allowed =
                allowing(action)
                        .anyMatch(statement ->
                                statement.path("Resource").toString().contains("Table")
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

    /** The same for a secret of the stack. */
    void requireParameter(String name) {
        if (!allowsParameter("/" + STACK + "/" + name)) {
            throw new AssertionError(function + " is not allowed to read the secret " + name);
        }
    }

    /** Whether it may read the parameter of that path in the stack's account and region. */
    boolean allowsParameter(String path) {
        return allowing("ssm:GetParameter")
                .flatMap(statement -> all(statement.path("Resource")))
                .map(resource -> resource.path("Fn::Sub").asString(""))
                .map(resource -> resource.replace("${AWS::StackName}", STACK))
                .filter(resource -> resource.startsWith(PARAMETER))
                .anyMatch(resource ->
                        Pattern.matches(glob(resource.substring(PARAMETER.length())), path));
    }

    /** The same for adding to the stack's topic whoever is reached so. */
    void requireSubscribe(String protocol) {
        boolean allowed =
                allowing("sns:Subscribe")
                        .anyMatch(statement ->
                                statement.path("Resource").toString().equals("{\"Ref\":\"Topic\"}")
                                        && statement
                                                .at("/Condition/StringEquals/sns:Protocol")
                                                .asString("")
                                                .equals(protocol));
        if (!allowed) {
            throw new AssertionError(function + " is not allowed to subscribe by " + protocol);
        }
    }

    /** The same for the stack's topic; what is done to a subscription is done to its topic. */
    void requireTopic(String action) {
        boolean allowed =
                allowing(action)
                        .anyMatch(statement ->
                                statement
                                        .path("Resource")
                                        .toString()
                                        .equals("{\"Ref\":\"Topic\"}"));
        if (!allowed) {
            throw new AssertionError("%s is not allowed %s".formatted(function, action));
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
        return Stream.of("ForAllValues:StringEquals", "ForAllValues:StringLike")
                .flatMap(kind -> condition.path(kind).path("dynamodb:LeadingKeys").valueStream())
                .map(key -> key.has("Fn::Sub") ? key.path("Fn::Sub") : key)
                .map(key -> key.asString("").replace("${Location}", location))
                .anyMatch(key -> Pattern.matches(glob(key), partition));
    }

    private static boolean covers(JsonNode resource, String key) {
        if (key.isEmpty()) {
            return resource.toString().matches(".*(\"PageBucket\"|\\$\\{HomeBucket}\"}).*");
        }
        String pattern = resource.path("Fn::Sub").asString("");
        int slash = pattern.indexOf('/');
        return slash > 0
                && pattern.substring(0, slash).contains("Bucket")
                && Pattern.matches(glob(pattern.substring(slash + 1)), key);
    }

    private static String glob(String pattern) {
        return "\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E";
    }

    private static Stream<JsonNode> all(JsonNode oneOrMany) {
        return oneOrMany.isArray() ? oneOrMany.valueStream() : Stream.of(oneOrMany);
    }
}
