package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The template is clean, holds our own rules, and neither check is blind. */
class TemplateIT {
    /** What is right, what is wrong instead, and what must be said of it. */
    private static final String FAULTS_OF_LINT =
            """
            Runtime: java25   | Runtime: java26  | java26
            .StreamArn        | .StreamArnn      | StreamArnn
            ApiId: !Ref Http  | ApiId: !Ref Htpp | Htpp
            """;

    private static final String FAULTS =
            """
            Default: rate(1 minute)               | Default: rate(1 minutes)             | ProbeFunctionMinute has no rate: rate(1 minutes)
            Default: rate(1 minute)               | Default: rate(5 minutes)             | ProbeFunctionMinute is not every minute
            PointInTimeRecoveryEnabled: true      | PointInTimeRecoveryEnabled: false    | the table has no point-in-time recovery
            SSEEnabled: true                      | SSEEnabled: false                    | the table is not encrypted
            BillingMode: PAY_PER_REQUEST          | BillingMode: PROVISIONED             | the table is not on demand
            !Ref DeletionProtection               | false                                | the table's protection is no parameter
            AttributeName: ttl                    | AttributeName: expires               | the table's time to live is not the attribute ttl
            DeletionPolicy: Retain                | DeletionPolicy: Delete               | Table is not retained by DeletionPolicy
            BlockPublicPolicy: true               | BlockPublicPolicy: false             | the bucket can be opened to the public
            KmsMasterKeyId: alias/aws/sns         | FifoTopic: false                     | the topic is not encrypted
            SqsManagedSseEnabled: true            | SqsManagedSseEnabled: false          | the queue is not encrypted
            RetentionInDays: !Ref LogRetentionDays | LogGroupClass: STANDARD             | ProbeLogGroup keeps its lines for ever
            Architectures: [arm64]                | Architectures: [x86_64]              | ReviewFunction does not run java25 on arm64
            ProbeHandler::                        | ProbingHandler::                     | ProbeFunction has no handler that exists
            !If [HasLimits, 1, !Ref AWS::NoValue] | 1                                    | ReviewFunction may use up the account's concurrency
            Tracing: Disabled                     | Tracing: Active                      | ReviewFunction is traced
            ApplyOn: PublishedVersions            | ApplyOn: None                        | StatusApiFunction does not start from a snapshot
            cloudwatch:namespace: WeservStatus    | aws:SourceVpc: vpc-1                 | TellFigures allows its actions on everything
            AuthorizationType: AWS_IAM            | AuthorizationType: NONE              | AdminRoute lets everybody administer
            Action: sns:Publish                   | Action: "sns:*"                      | TellPeople allows a whole family of actions
            Resource: !Ref Topic                  | Resource: "*"                        | TellPeople allows its actions on everything
            round#${Location}                     | round#                               | the probe may write for another place by StoreOwnRounds
            dynamodb:LeadingKeys                  | dynamodb:Attributes                  | ReadHistory may touch the whole table
            Name: !Sub ${AWS::StackName}-probe    | Name: probe                          | ProbeFunctionMinute does not carry the stack's name
            Timeout: 59                           | Timeout: 50                          | the probe has no time for a whole round
            "prefix": "round#"                    | "prefix": "r"                        | the review is set off by its own writes
            ["INSERT"]                            | ["INSERT" "REMOVE"]                  | new rounds do not set off the review
            ["INSERT"]                            | ["INSERT", "REMOVE"]                 | the review is set off by rounds that expire
            [ReportBatchItemFailures]             | []                                   | the review's answer is not read
            MaximumRetryAttempts: 3               | MaximumRetryAttempts: -1             | a record that fails holds back the review
            MaximumRecordAgeInSeconds: 600        | MaximumRecordAgeInSeconds: -1        | a record that fails holds back the review
            BisectBatchOnFunctionError: true      | BisectBatchOnFunctionError: false    | a batch that fails is not sent in halves
            Destination: !GetAtt FailureQueue.Arn | Destination: !GetAtt OtherQueue.Arn  | batches that fail are lost
            TreatMissingData: breaching           | TreatMissingData: notBreaching       | nobody notices that ProbeFunction is dead
            MetricName: IteratorAge               | MetricName: Duration                 | nobody notices IteratorAge of ReviewFunction
            AlarmActions: [!Ref AlarmTopic]       | AlarmActions: []                     | ProbeSilentAlarm tells nobody by AlarmActions
            configuration-refused                 | configuration                        | nobody notices that the configuration is refused
            component: !Ref AlertPhoneComponents  | component: !Ref AlertPhone           | AlertPhone cannot choose components
            sns:Protocol: email                   | sns:Protocol: sms                    | visitors may subscribe otherwise than by mail to the one topic
            Action: sns:Subscribe                 | Action: sns:Publish                  | visitors may subscribe otherwise than by mail to the one topic
            MetricName: 5xx                       | MetricName: 4xx                      | nobody notices that the API fails
            Destination: !GetAtt FailureQueue.Arn | Destination: !GetAtt OtherQueue.Arn  | nobody notices errors of ProbeFunction
            Destination: !GetAtt FailureQueue.Arn | Destination: !GetAtt OtherQueue.Arn  | scheduled runs of RollUpFunction fail unseen
            MetricName: ApproximateNumberOfMessagesVisible | MetricName: NumberOfMessagesSent | nobody notices what lies in the queue of failures
            "secret-missing"                      | "secret-there"                       | nobody notices that a secret is missing
            RouteKey: ANY /api/v1/alerts/{token}  | RouteKey: ANY /api/v1/alarms/{token} | /api/v1/alerts/some-token is served by StatusApiFunction, not by IntakeFunction
            "failed"                              | "fails"                              | nobody notices that rounds fail
            "audit", "outbox"                     | "outbox"                             | what administrators write does not reach the page
            OriginAccessControlId: !Ref PageAccess | ConnectionAttempts: 3               | page is read without a signature
            Items: [500, 502, 503, 504]           | Items: [500, 502, 503]               | the CDN does not fall back when the API fails
            TargetOriginId: api-or-published      | TargetOriginId: page                 | the CDN asks page for /api/v1/status, not api-or-published
            QueryStrings: [days, hours]           | QueryStrings: [days]                 | the CDN drops the parameter hours
            RouteKey: ANY /feed.json              | RouteKey: ANY /feed.xml              | /feed.json is served by nothing, not by StatusApiFunction
            RouteKey: ANY /plain                  | RouteKey: ANY /plainly               | PlainRoute serves no path of ours
            RouteKey: ANY /api/push/{token}       | RouteKey: ANY /api/pull/{token}      | /api/push/some-token is served by StatusApiFunction, not by IntakeFunction
            """;

    private static final String FAULTS_OF_PROBE =
            """
            location: [!Ref Location]             | location: [here]                     | the place hears orders of others
            Region: !Ref HomeRegion               | Region: !Ref AWS::Region             | the place listens in the wrong region
            round#${Location}                     | round#                               | the probe may write for another place by StoreOwnRounds
            round#${Location}                     | round#*                              | the probe may write for another place by StoreOwnRounds
            !Sub calibration#${Location}          | calibration                          | the probe may write for another place by StoreOwnRounds
            !Sub looks#${Location}                | looks                                | the probe may write for another place by StoreOwnRounds
            Action: dynamodb:GetItem              | Action: dynamodb:PutItem             | the probe may write for another place by ReadBeats
            Action: dynamodb:Query                | Action: dynamodb:DeleteItem          | the probe may write for another place by HearOthers
            TreatMissingData: breaching           | TreatMissingData: notBreaching       | nobody notices that ProbeFunction is dead
            "failed"                              | "fails"                              | nobody notices that rounds fail
            "silent"                              | "loud"                               | nobody notices that another place is silent
            dynamodb:LeadingKeys                  | dynamodb:Attributes                  | StoreOwnRounds may touch the whole table
            """;

    @TempDir private Path folder = Path.of("unset");

    /** One thing that is wrong, and what must be said of it. */
    private record Mutant(String right, String wrong, String said) {
        static List<Mutant> of(String table) {
            return table.lines()
                    .map(line -> line.split(" \\| ", 3))
                    .map(part -> new Mutant(part[0].strip(), part[1].strip(), part[2].strip()))
                    .toList();
        }

        String in(String source) {
            assertThat(source).contains(right);
            return source.replace(right, wrong);
        }
    }

    @Test
    void theTemplateIsValidAndCleanAndHoldsTheRules() throws Exception {
        Template.Said said =
                Template.run(
                        folder,
                        "sam",
                        "validate",
                        "--region",
                        "eu-central-1",
                        "--template-file",
                        Events.ROOT.resolve("template.yaml").toString());
        Template template = of(List.of(Template.source("template.yaml"))).getFirst();

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(template.lint(folder)).isEmpty();
        assertThat(TemplateRules.faults(template)).isEmpty();
    }

    @Test
    void theTemplateOfFurtherPlacesIsCleanAndHoldsTheRules() throws Exception {
        Template template = of(List.of(Template.source("template-probe.yaml"))).getFirst();

        assertThat(template.lint(folder)).isEmpty();
        assertThat(TemplateRules.faultsOfProbe(template)).isEmpty();
    }

    @Test
    void theLinterSeesWhatIsWrong() throws Exception {
        List<Mutant> mutants = Mutant.of(FAULTS_OF_LINT);
        List<Template> templates = templates("template.yaml", mutants);

        for (int i = 0; i < mutants.size(); i++) {
            assertThat(templates.get(i).lint(folder)).contains(mutants.get(i).said());
        }
    }

    @Test
    void theRulesSeeWhatTheLinterDoesNot() throws Exception {
        see(Mutant.of(FAULTS), "template.yaml", TemplateRules::faults);
        see(Mutant.of(FAULTS_OF_PROBE), "template-probe.yaml", TemplateRules::faultsOfProbe);
    }

    private void see(List<Mutant> mutants, String file, Function<Template, List<String>> rules)
            throws Exception {
        List<Template> templates = templates(file, mutants);
        SoftAssertions all = new SoftAssertions();
        for (int i = 0; i < mutants.size(); i++) {
            all.assertThat(rules.apply(templates.get(i))).contains(mutants.get(i).said());
        }
        all.assertAll();
    }

    private List<Template> templates(String file, List<Mutant> mutants) throws Exception {
        String source = Template.source(file);
        List<String> sams = new ArrayList<>();
        mutants.forEach(mutant -> sams.add(mutant.in(source)));
        return of(sams);
    }

    private List<Template> of(List<String> sams) throws Exception {
        return Template.of(sams, folder);
    }
}
