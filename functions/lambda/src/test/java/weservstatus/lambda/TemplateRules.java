package weservstatus.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What must hold about the template beyond what cfn-lint knows. */
final class TemplateRules {
    private static final Pattern RATE = Pattern.compile("rate\\((1 minute|[2-9]\\d* minutes)\\)");

    private final Template template;
    private final List<String> faults = new ArrayList<>();

    private TemplateRules(Template template) {
        this.template = template;
    }

    /** One sentence for each rule that does not hold. */
    static List<String> faults(Template template) {
        TemplateRules rules = new TemplateRules(template);
        rules.table();
        rules.functions();
        rules.permissions();
        rules.schedule();
        rules.stream();
        rules.api();
        return rules.faults;
    }

    private void require(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }

    private void table() {
        JsonNode table = template.properties("Table");
        require(
                table.at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                        .asBoolean(false),
                "the table has no point-in-time recovery");
        require(
                table.at("/TimeToLiveSpecification/AttributeName")
                                .asString("")
                                .equals(DynamoItem.EXPIRES)
                        && table.at("/TimeToLiveSpecification/Enabled").asBoolean(false),
                "the table's time to live is not the attribute " + DynamoItem.EXPIRES);
        require(
                table.at("/StreamSpecification/StreamViewType").asString("").equals("KEYS_ONLY"),
                "the table has no stream of keys");
        for (String name : List.of("Table", "PageBucket")) {
            for (String policy : List.of("DeletionPolicy", "UpdateReplacePolicy")) {
                require(
                        template.resource(name).path(policy).asString("").equals("Retain"),
                        name + " is not retained by " + policy);
            }
        }
    }

    private void functions() {
        List<Map.Entry<String, JsonNode>> all = template.ofType("AWS::Lambda::Function").toList();
        require(all.size() == 3, "there are not three functions");
        for (Map.Entry<String, JsonNode> function : all) {
            JsonNode properties = function.getValue().path("Properties");
            require(isHandler(properties), function.getKey() + " has no handler that exists");
            require(
                    properties.path("Runtime").asString("").equals("java25")
                            && properties.at("/Architectures/0").asString("").equals("arm64"),
                    function.getKey() + " does not run java25 on arm64");
            String group = properties.at("/LoggingConfig/LogGroup/Ref").asString("");
            require(
                    template.properties(group).has("RetentionInDays"),
                    function.getKey() + " keeps its log for ever");
        }
        int timeout = template.properties("ProbeFunction").path("Timeout").asInt(0);
        require(timeout >= 56 && timeout < 60, "the probe has no time for a whole round");
        require(
                template.properties("ProbeFunction").has("ReservedConcurrentExecutions"),
                "probes are not limited");
    }

    private static boolean isHandler(JsonNode function) {
        String[] handler = function.path("Handler").asString("").split("::", -1);
        try {
            return handler.length == 2
                    && handler[1].equals("handleRequest")
                    && RequestStreamHandler.class.isAssignableFrom(Class.forName(handler[0]));
        } catch (ClassNotFoundException ignored) {
            return false;
        }
    }

    private void permissions() {
        template.statements()
                .filter(statement -> !statement.path("Effect").asString("").equals("Deny"))
                .forEach(statement -> {
                    String who = statement.path("Sid").asString("a statement");
                    require(
                            !statement.path("Action").toString().contains("*"),
                            who + " allows a whole family of actions");
                    require(
                            !statement.path("Resource").toString().equals("\"*\""),
                            who + " allows its actions on everything");
                });
        require(
                keys("StoreOwnRounds").contains("round#${Location}"),
                "the probe may touch more than its own rounds");
        require(
                keys("ReadSnapshot").contains("\"snapshot\""),
                "the API may read more than the snapshot");
    }

    private String keys(String sid) {
        return template.statements()
                .filter(statement -> statement.path("Sid").asString("").equals(sid))
                .map(statement -> statement.at("/Condition/ForAllValues:StringEquals").toString())
                .findFirst()
                .orElse("");
    }

    private void schedule() {
        List<JsonNode> schedules =
                template.ofType("AWS::Scheduler::Schedule")
                        .map(schedule -> schedule.getValue().path("Properties"))
                        .toList();
        require(schedules.size() == 1, "there is not one schedule");
        for (JsonNode schedule : schedules) {
            String rate = schedule.path("ScheduleExpression").asString("");
            require(RATE.matcher(rate).matches(), "the schedule is no rate: " + rate);
            require(rate.equals("rate(1 minute)"), "the schedule is not every minute");
            require(
                    schedule.path("Name").toString().contains("${AWS::StackName}"),
                    "the schedule's name is not the stack's");
            require(
                    schedule.at("/Target/RetryPolicy/MaximumRetryAttempts").asInt(-1) == 0,
                    "a late round is tried again");
        }
    }

    private void stream() {
        JsonNode mapping =
                template.ofType("AWS::Lambda::EventSourceMapping")
                        .map(found -> found.getValue().path("Properties"))
                        .findFirst()
                        .orElseThrow();
        require(
                mapping.at("/DestinationConfig/OnFailure/Destination")
                        .toString()
                        .contains("FailureQueue"),
                "batches that fail are lost");
        require(
                mapping.at("/FilterCriteria/Filters/0/Pattern").asString("").contains("round#"),
                "the review is set off by its own writes");
        require(
                template.ofType("AWS::Lambda::EventInvokeConfig")
                        .anyMatch(found ->
                                found.getValue()
                                        .at("/Properties/DestinationConfig/OnFailure")
                                        .toString()
                                        .contains("FailureQueue")),
                "probes that fail are lost");
    }

    private void api() {
        require(
                template.ofType("AWS::ApiGatewayV2::Route").findAny().isPresent()
                        && template.properties("HttpApi").path("Body").isMissingNode(),
                "the API has no routes of its own");
        require(
                template.ofType("AWS::Lambda::Permission").findAny().isPresent(),
                "the API may not call its function");
    }
}
