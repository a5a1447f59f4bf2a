package weservstatus.lambda;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What roles of a template may allow. */
final class PermissionRules {
    /** What SAM gives every function, and every function with a stream; they are AWS's own. */
    private static final Set<String> MANAGED =
            Set.of("AWSLambdaBasicExecutionRole", "AWSLambdaDynamoDBExecutionRole");

    private static final String LEADING = "dynamodb:LeadingKeys";
    private static final Set<String> WHOLE_TABLE = Set.of("ReadAndDecide");

    private final Template template;
    private final List<String> faults = new ArrayList<>();

    private PermissionRules(Template template) {
        this.template = template;
    }

    /** One sentence for each rule that does not hold. */
    static List<String> faults(Template template) {
        PermissionRules rules = new PermissionRules(template);
        rules.permissions();
        rules.partitions();
        return rules.faults;
    }

    /** The same for the stack of a further place. */
    static List<String> faultsOfProbe(Template template) {
        PermissionRules rules = new PermissionRules(template);
        rules.permissions();
        return rules.faults;
    }

    private void require(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }

    private void permissions() {
        template.statements().forEach(this::bounded);
        template.ofType("AWS::IAM::Role")
                .flatMap(role -> role.properties().path("ManagedPolicyArns").valueStream())
                .map(arn -> arn.asString("").replaceAll(".*/", ""))
                .forEach(name -> require(MANAGED.contains(name), "a role has the policy " + name));
        require(
                keys("StoreOwnRounds").contains("round#${Location}"),
                "the probe may not store its rounds");
        template.statements("ProbeFunctionRole")
                .filter(PermissionRules::changesTable)
                .forEach(this::ownPartitions);
    }

    private static boolean changesTable(JsonNode statement) {
        return all(statement.path("Action"))
                .map(action -> action.asString(""))
                .anyMatch(action ->
                        action.startsWith("dynamodb:")
                                && !action.matches("dynamodb:(GetItem|BatchGetItem|Query)"));
    }

    /** Every partition that it may change ends with the place's own name, and is one. */
    private void ownPartitions(JsonNode statement) {
        JsonNode keys = statement.path("Condition").path("ForAllValues:StringEquals").path(LEADING);
        require(
                !keys.isEmpty()
                        && keys.valueStream()
                                .map(key -> key.path("Fn::Sub").asString(""))
                                .allMatch(key -> key.matches("[a-z]+#\\$\\{Location}")),
                "the probe may write for another place by " + statement.path("Sid").asString(""));
    }

    private static Stream<JsonNode> all(JsonNode oneOrMany) {
        return oneOrMany.isArray() ? oneOrMany.valueStream() : Stream.of(oneOrMany);
    }

    private void partitions() {
        require(
                keys("KeepBeatsAndSubscriptions").contains("\"beat\""),
                "strangers may write more than beats");
        JsonNode subscribing = statement("SubscribeVisitors");
        require(
                subscribing.path("Action").toString().equals("\"sns:Subscribe\"")
                        && subscribing.path("Resource").toString().equals("{\"Ref\":\"Topic\"}")
                        && subscribing
                                .path("Condition")
                                .toString()
                                .equals("{\"StringEquals\":{\"sns:Protocol\":\"email\"}}"),
                "visitors may subscribe otherwise than by mail to the one topic");
        JsonNode seeing = statement("SeeAndEndSubscriptions");
        require(
                seeing.path("Action")
                                .toString()
                                .equals(
                                        "[\"sns:ListSubscriptionsByTopic\",\"sns:GetSubscriptionAttributes\",\"sns:Unsubscribe\"]")
                        && seeing.path("Resource").toString().equals("{\"Ref\":\"Topic\"}"),
                "administrators may do more to topics than see and end their own subscriptions");
    }

    private void bounded(JsonNode statement) {
        String who = statement.path("Sid").asString("a statement");
        require(
                !statement.path("Action").toString().contains("*"),
                who + " allows a whole family of actions");
        // CloudWatch knows no resources for figures; the namespace is what bounds them.
        require(
                !statement.path("Resource").toString().matches(".*\"\\*\".*")
                        || statement.toString().contains("\"cloudwatch:namespace\""),
                who + " allows its actions on everything");
        boolean table = statement.path("Action").toString().contains("dynamodb:");
        require(
                !table || WHOLE_TABLE.contains(who) || statement.toString().contains("LeadingKeys"),
                who + " may touch the whole table");
    }

    private String keys(String sid) {
        return statement(sid).at("/Condition/ForAllValues:StringEquals").toString();
    }

    private JsonNode statement(String sid) {
        return template.statements()
                .filter(statement -> statement.path("Sid").asString("").equals(sid))
                .findFirst()
                .orElseGet(() -> JsonMapper.shared().createObjectNode());
    }
}
