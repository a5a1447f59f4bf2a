package weservstatus.lambda;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Whether the monitor's own trouble is noticed and told. */
final class AlarmRules {
    private final Template template;
    private final List<String> faults = new ArrayList<>();

    private AlarmRules(Template template) {
        this.template = template;
    }

    /** One sentence for each rule that does not hold. */
    static List<String> faults(Template template) {
        AlarmRules rules = new AlarmRules(template);
        rules.told();
        rules.deadMen();
        rules.watched();
        rules.subscriptions();
        rules.cdn();
        return rules.faults;
    }

    /** The same for the stack of a further place. */
    static List<String> faultsOfProbe(Template template) {
        AlarmRules rules = new AlarmRules(template);
        rules.told();
        rules.dead("ProbeFunction");
        rules.troubles();
        rules.alarmTopic();
        return rules.faults;
    }

    private void require(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }

    private void told() {
        alarms().forEach(alarm -> {
            JsonNode properties = alarm.properties();
            for (String actions : List.of("AlarmActions", "OKActions")) {
                require(
                        properties.path(actions).toString().equals("[{\"Ref\":\"AlarmTopic\"}]"),
                        alarm.name() + " tells nobody by " + actions);
            }
            require(
                    !properties.path("AlarmDescription").asString("").isBlank(),
                    alarm.name() + " does not say what is wrong");
        });
    }

    private void deadMen() {
        dead("ProbeFunction");
        dead("ReviewFunction");
    }

    private void dead(String function) {
        require(
                of("Invocations", function)
                        .anyMatch(properties ->
                                properties.path("TreatMissingData").asString("").equals("breaching")
                                        && properties
                                                .path("ComparisonOperator")
                                                .asString("")
                                                .equals("LessThanThreshold")),
                "nobody notices that " + function + " is dead");
    }

    /**
     * Failures of what an event sets off end in the queue, those of the API come out as 5xx, and
     * whatever has no room to run is missed by a dead man.
     */
    private void watched() {
        template.ofType("AWS::Lambda::Function").forEach(this::errors);
        require(of("5xx", "HttpApi").findAny().isPresent(), "nobody notices that the API fails");
        require(
                of("IteratorAge", "ReviewFunction").findAny().isPresent(),
                "nobody notices IteratorAge of ReviewFunction");
        require(
                of("ApproximateNumberOfMessagesVisible", "FailureQueue").findAny().isPresent(),
                "nobody notices what lies in the queue of failures");
        troubles();
        require(
                isCounted("MissingSecrets", "\"secret-missing\""),
                "nobody notices that a secret is missing");
        require(
                isCounted("ConfigurationRefused", "\"configuration-refused\""),
                "nobody notices that the configuration is refused");
    }

    private void errors(Template.Named function) {
        boolean api =
                template.ofType("AWS::Lambda::Alias")
                        .anyMatch(alias -> alias.name().startsWith(function.name()));
        require(
                api
                        || queues(function, "AWS::Lambda::EventInvokeConfig")
                        || queues(function, "AWS::Lambda::EventSourceMapping"),
                "nobody notices errors of " + function.name());
        require(
                !hasSchedule(function) || queues(function, "AWS::Lambda::EventInvokeConfig"),
                "scheduled runs of " + function.name() + " fail unseen");
        template.ofType("AWS::Lambda::EventSourceMapping")
                .filter(mapping -> mapping.name().startsWith(function.name()))
                .forEach(mapping ->
                        require(isQueued(mapping), "batches of " + function.name() + " are lost"));
    }

    private boolean hasSchedule(Template.Named function) {
        return template.ofType("AWS::Scheduler::Schedule")
                .anyMatch(schedule -> schedule.name().startsWith(function.name()));
    }

    private boolean queues(Template.Named function, String type) {
        return template.ofType(type)
                .filter(found -> found.name().startsWith(function.name()))
                .anyMatch(AlarmRules::isQueued);
    }

    private static boolean isQueued(Template.Named from) {
        return from.properties()
                .at("/DestinationConfig/OnFailure")
                .toString()
                .contains("FailureQueue");
    }

    private void troubles() {
        require(isCounted("Troubles", "\"silent\""), "nobody notices that another place is silent");
        require(isCounted("Troubles", "\"failed\""), "nobody notices that rounds fail");
    }

    /** Whether lines of the log with this event are counted, and what is counted is an alarm. */
    private boolean isCounted(String filter, String event) {
        JsonNode found = template.properties(filter);
        String metric = found.at("/MetricTransformations/0/MetricName").asString("none");
        return of(metric, "").findAny().isPresent()
                && found.path("FilterPattern").asString("").contains(event);
    }

    private Stream<Template.Named> alarms() {
        return template.ofType("AWS::CloudWatch::Alarm");
    }

    /** Alarms of a metric of that resource. */
    private Stream<JsonNode> of(String metric, String resource) {
        return alarms().map(Template.Named::properties)
                .filter(alarm -> alarm.path("MetricName").asString("").equals(metric))
                .filter(alarm -> alarm.path("Dimensions").toString().contains(resource));
    }

    private void subscriptions() {
        alarmTopic();
        for (String alert : List.of("AlertEmail", "AlertPhone")) {
            require(
                    template.properties(alert + "Subscription")
                            .path("FilterPolicy")
                            .toString()
                            .contains("{\"component\":{\"Ref\":\"" + alert + "Components\"}}"),
                    alert + " cannot choose components");
        }
    }

    private void alarmTopic() {
        require(
                template.properties("AlarmEmailSubscription").path("FilterPolicy").isMissingNode(),
                "a filter holds alarms back, for they carry no attributes");
        require(
                template.properties("AlarmTopic").path("KmsMasterKeyId").isMissingNode(),
                "CloudWatch may not use the key of the topic for alarms");
    }

    private void cdn() {
        JsonNode cdn = template.properties("Cdn").path("DistributionConfig");
        cdn.path("Origins")
                .valueStream()
                .filter(origin -> origin.has("S3OriginConfig"))
                .forEach(origin ->
                        require(
                                origin.path("OriginAccessControlId").has("Ref"),
                                origin.path("Id").asString("") + " is read without a signature"));
        require(
                cdn.at("/OriginGroups/Items/0/FailoverCriteria/StatusCodes/Items")
                        .toString()
                        .equals("[500,502,503,504]"),
                "the CDN does not fall back when the API fails");
        Stream.concat(
                        Stream.of(cdn.path("DefaultCacheBehavior")),
                        cdn.path("CacheBehaviors").valueStream())
                .forEach(behaviour -> {
                    String path = behaviour.path("PathPattern").asString("the page");
                    require(
                            behaviour.path("ResponseHeadersPolicyId").has("Ref"),
                            path + " has no security headers");
                    require(
                            behaviour.path("TargetOriginId").asString("").equals("api")
                                    || !behaviour.toString().contains("POST"),
                            path + " writes to an origin that can fall back");
                });
        JsonNode headers =
                template.properties("SecurityHeaders")
                        .at("/ResponseHeadersPolicyConfig/SecurityHeadersConfig");
        require(
                headers.has("StrictTransportSecurity")
                        && headers.at("/ContentSecurityPolicy/ContentSecurityPolicy")
                                .asString("")
                                .startsWith("default-src 'none'"),
                "pages go out without a policy");
    }
}
