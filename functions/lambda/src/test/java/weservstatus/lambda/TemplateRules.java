package weservstatus.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What must hold about the template beyond what cfn-lint knows. */
final class TemplateRules {
    private final Template template;
    private final List<String> faults = new ArrayList<>();

    private TemplateRules(Template template) {
        this.template = template;
    }

    /** One sentence for each rule that does not hold. */
    static List<String> faults(Template template) {
        if (template.json().has("error")) {
            return List.of(template.json().path("error").asString());
        }
        TemplateRules rules = new TemplateRules(template);
        rules.table();
        rules.kept();
        rules.logs();
        rules.functions();
        rules.apis();
        rules.faults.addAll(PermissionRules.faults(template));
        rules.schedules();
        rules.stream();
        rules.failures();
        rules.faults.addAll(AlarmRules.faults(template));
        rules.faults.addAll(RouteRules.faults(template));
        return rules.faults;
    }

    /** The same for the stack of a further place, which has a part of what home has. */
    static List<String> faultsOfProbe(Template template) {
        if (template.json().has("error")) {
            return List.of(template.json().path("error").asString());
        }
        TemplateRules rules = new TemplateRules(template);
        rules.logs();
        rules.functions();
        rules.faults.addAll(PermissionRules.faultsOfProbe(template));
        rules.schedules();
        rules.probeFailures();
        rules.orders();
        rules.faults.addAll(AlarmRules.faultsOfProbe(template));
        return rules.faults;
    }

    private void orders() {
        JsonNode orders = template.properties("Orders");
        require(
                orders.path("FilterPolicy")
                        .toString()
                        .equals("{\"location\":[{\"Ref\":\"Location\"}]}"),
                "the place hears orders of others");
        require(
                orders.at("/Region/Ref").asString("").equals("HomeRegion"),
                "the place listens in the wrong region");
        require(
                template.properties("OrdersPermission").has("SourceArn"),
                "anybody's topic may set off a round");
    }

    private void require(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }

    private void table() {
        JsonNode table = template.properties("Table");
        require(
                table.path("BillingMode").asString("").equals("PAY_PER_REQUEST"),
                "the table is not on demand");
        require(
                table.at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                        .asBoolean(false),
                "the table has no point-in-time recovery");
        require(
                table.at("/SSESpecification/SSEEnabled").asBoolean(false),
                "the table is not encrypted");
        require(
                table.at("/DeletionProtectionEnabled/Ref")
                        .asString("")
                        .equals("DeletionProtection"),
                "the table's protection is no parameter");
        require(
                table.at("/TimeToLiveSpecification/AttributeName")
                                .asString("")
                                .equals(DynamoItem.EXPIRES)
                        && table.at("/TimeToLiveSpecification/Enabled").asBoolean(false),
                "the table's time to live is not the attribute " + DynamoItem.EXPIRES);
        require(
                table.at("/StreamSpecification/StreamViewType").asString("").equals("KEYS_ONLY"),
                "the table has no stream of keys");
    }

    private void kept() {
        for (String name : List.of("Table", "PageBucket")) {
            for (String policy : List.of("DeletionPolicy", "UpdateReplacePolicy")) {
                require(
                        template.resource(name).path(policy).asString("").equals("Retain"),
                        name + " is not retained by " + policy);
            }
        }
        JsonNode bucket = template.properties("PageBucket");
        require(bucket.has("BucketEncryption"), "the bucket is not encrypted");
        require(
                bucket.path("PublicAccessBlockConfiguration").properties().stream()
                                .filter(block -> block.getValue().asBoolean(false))
                                .count()
                        == 4,
                "the bucket can be opened to the public");
        require(
                template.properties("FailureQueue").path("SqsManagedSseEnabled").asBoolean(false),
                "the queue is not encrypted");
        require(template.properties("Topic").has("KmsMasterKeyId"), "the topic is not encrypted");
    }

    private void logs() {
        template.ofType("AWS::Logs::LogGroup")
                .forEach(group ->
                        require(
                                group.properties().has("RetentionInDays"),
                                group.name() + " keeps its lines for ever"));
    }

    private void functions() {
        for (Template.Named function : template.ofType("AWS::Lambda::Function").toList()) {
            JsonNode properties = function.properties();
            require(isHandler(properties), function.name() + " has no handler that exists");
            require(
                    properties.path("Runtime").asString("").equals("java25")
                            && properties.at("/Architectures/0").asString("").equals("arm64"),
                    function.name() + " does not run java25 on arm64");
            String group = properties.at("/LoggingConfig/LogGroup/Ref").asString("");
            require(
                    template.properties(group).has("RetentionInDays"),
                    function.name() + " has no log group of its own");
            require(
                    properties.at("/ReservedConcurrentExecutions/Fn::If/1").asInt(0) > 0,
                    function.name() + " may use up the account's concurrency");
            require(
                    !properties.path("TracingConfig").toString().contains("Active"),
                    function.name() + " is traced");
        }
        int timeout = template.properties("ProbeFunction").path("Timeout").asInt(0);
        require(timeout >= 56 && timeout < 60, "the probe has no time for a whole round");
    }

    private void apis() {
        for (String api : List.of("StatusApiFunction", "IntakeFunction", "AdminFunction")) {
            require(
                    template.properties(api)
                                    .at("/SnapStart/ApplyOn")
                                    .asString("")
                                    .equals("PublishedVersions")
                            && template.ofType("AWS::Lambda::Alias")
                                    .anyMatch(alias -> alias.name().startsWith(api)),
                    api + " does not start from a snapshot");
        }
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

    private void schedules() {
        for (Template.Named schedule : template.ofType("AWS::Scheduler::Schedule").toList()) {
            JsonNode properties = schedule.properties();
            String text = resolved(properties.path("ScheduleExpression"));
            Optional<RateExpression> rate = RateExpression.read(text);
            require(rate.isPresent(), schedule.name() + " has no rate: " + text);
            require(
                    rate.filter(read ->
                                    !schedule.name().startsWith("Probe")
                                            || read.every().equals(Duration.ofMinutes(1)))
                            .isPresent(),
                    schedule.name() + " is not every minute");
            require(
                    properties.path("Name").toString().contains("${AWS::StackName}"),
                    schedule.name() + " does not carry the stack's name");
            require(
                    properties.at("/Target/RetryPolicy/MaximumRetryAttempts").asInt(-1) == 0,
                    schedule.name() + " tries a late round again");
        }
        require(template.ofType("AWS::Scheduler::Schedule").count() >= 1, "nothing is scheduled");
    }

    /** A parameter's default, or the text itself. */
    private String resolved(JsonNode value) {
        String parameter = value.path("Ref").asString("");
        return parameter.isEmpty()
                ? value.asString("")
                : template.json().path("Parameters").path(parameter).path("Default").asString("");
    }

    private void stream() {
        JsonNode mapping = template.properties("ReviewFunctionRounds");
        require(
                mapping.path("FunctionResponseTypes")
                        .toString()
                        .contains("ReportBatchItemFailures"),
                "the review's answer is not read");
        require(
                mapping.path("BatchSize").asInt(0) == Shard.Mapping.OURS.batch()
                        && mapping.path("MaximumRetryAttempts").asInt(-1)
                                == Shard.Mapping.OURS.retries()
                        && mapping.path("MaximumRecordAgeInSeconds").asLong(-1)
                                == Shard.Mapping.OURS.oldest().toSeconds(),
                "a record that fails holds back the review");
        require(
                mapping.path("BisectBatchOnFunctionError").asBoolean(false)
                        == Shard.Mapping.OURS.bisects(),
                "a batch that fails is not sent in halves");
        String pattern = mapping.at("/FilterCriteria/Filters/0/Pattern").asString("");
        String round = Events.read(Events.REVIEW);
        require(takes(pattern, round), "new rounds do not set off the review");
        require(
                takes(pattern, round.replace("round#here", "audit")),
                "what administrators write does not reach the page");
        require(
                !takes(pattern, round.replace("round#here", "review")),
                "the review is set off by its own writes");
        require(
                !takes(pattern, round.replace("INSERT", "REMOVE")),
                "the review is set off by rounds that expire");
    }

    private static boolean takes(String pattern, String event) {
        JsonNode change = JsonMapper.shared().readTree(event).at("/Records/0");
        try {
            return EventPattern.read(pattern).takes(change);
        } catch (IllegalArgumentException ignored) {
            return false;
        }
    }

    private void failures() {
        require(
                template.properties("ReviewFunctionRounds")
                        .at("/DestinationConfig/OnFailure/Destination")
                        .toString()
                        .contains("FailureQueue"),
                "batches that fail are lost");
        probeFailures();
        require(
                template.properties("AlertUrlSubscription")
                        .path("RedrivePolicy")
                        .toString()
                        .contains("FailureQueue"),
                "what cannot be delivered is lost");
    }

    private void probeFailures() {
        require(
                template.ofType("AWS::Lambda::EventInvokeConfig")
                        .anyMatch(found ->
                                found.properties()
                                        .at("/DestinationConfig/OnFailure")
                                        .toString()
                                        .contains("FailureQueue")),
                "probes that fail are lost");
    }
}
