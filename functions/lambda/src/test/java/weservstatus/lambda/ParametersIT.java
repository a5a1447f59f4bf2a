package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Bad input is refused by the parameters, before anything is made, and a text says what is right.
 */
class ParametersIT {
    /**
     * Parameter, what it must take, what it must refuse; in schedules a plus stands for a space.
     */
    private static final String VALUES =
            """
            Location       | here eu-central-1 a                                   | Here -a a- a_b
            ProbeSchedule  | rate(1+minute) rate(2+minutes) rate(59+minutes)       | rate(1+minutes) rate(30+seconds) rate(0+minutes) rate(60+minutes) cron(*+*+*+*+?+*) 1m
            AlertEmail     | a@example.org first.last@mail.example.org         | a example.org a@b @example.org a@b@example.org
            AlarmEmail     | ops@example.org                                       | ops ops@localhost
            AlertPhone     | +4915112345678 +12025550123                           | 015112345678 +0123456789 +49-151-12345678 +123456 4915112345678
            AlertUrl       | https://hooks.example.org https://h.example.org:8443/a?b=c | http://hooks.example.org ftp://a https:// https://a+b hooks.example.org
            LogRetentionDays | 1 14 90                                             | 0 2 15 365
            DeletionProtection | true false                                        | yes True 1
            LimitConcurrency | true false                                          | yes
            WithDashboard  | true false                                            | no
            DomainName     | status.example.org example.org                        | https://status.example.org status_page.example.org localhost status.example.org/
            CertificateArn | arn:aws:acm:us-east-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef | arn:aws:acm:eu-central-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef mine
            HostedZoneId   | Z0123456789ABC                                        | example.org z0123456789ABC
            """;

    private static final String VALUES_OF_PROBE =
            """
            HomeRegion     | eu-central-1 us-gov-west-1 ap-northeast-1 us-east-2 me-south-1 | frankfurt eu-central EU-CENTRAL-1 xx-central-1 eu-middle-1 eu-central-0
            HomeTable      | weserv-status-Table-1ABCDEF2GHIJK                     | Table my-table weserv-status
            HomeBucket     | weserv-status-pagebucket-1abcdef2ghijk                | pagebucket my-bucket
            OrderTopicArn  | arn:aws:sns:eu-central-1:123456789012:weserv-status-OrderTopic-1A | orders arn:aws:sqs:eu-central-1:123456789012:orders
            """;

    @TempDir private Path folder = Path.of("unset");

    @Test
    void theyTakeWhatIsRightAndRefuseWhatIsWrong() throws Exception {
        check(parameters("template.yaml"), VALUES);
        check(parameters("template-probe.yaml"), VALUES_OF_PROBE);
    }

    private static void check(JsonNode parameters, String values) {
        SoftAssertions all = new SoftAssertions();
        values.lines()
                .map(line -> line.split("\\|"))
                .forEach(row -> {
                    JsonNode parameter = parameters.path(row[0].strip());
                    for (String good : values(row[1])) {
                        all.assertThat(takes(parameter, good)).as(row[0] + good).isTrue();
                    }
                    for (String bad : values(row[2])) {
                        all.assertThat(takes(parameter, bad)).as(row[0] + bad).isFalse();
                    }
                });
        all.assertAll();
    }

    @Test
    void everyScheduleThatMayBeChosenIsOneForTheScheduler() throws Exception {
        JsonNode schedule = parameters("template.yaml").path("ProbeSchedule");

        for (int minutes = 0; minutes < 100; minutes++) {
            for (String unit : List.of("minute", "minutes", "second", "seconds")) {
                String rate = "rate(" + minutes + " " + unit + ")";
                assertThat(takes(schedule, rate))
                        .as(rate)
                        .isEqualTo(minutes < 60 && RateExpression.read(rate).isPresent());
            }
        }
    }

    @Test
    void everyOneSaysWhatItIsAndWhatIsRight() throws Exception {
        List<JsonNode> both =
                List.of(parameters("template.yaml"), parameters("template-probe.yaml"));
        both.stream()
                .flatMap(parameters -> parameters.properties().stream())
                .forEach(parameter -> {
                    JsonNode fields = parameter.getValue();
                    assertThat(fields.path("Description").asString(""))
                            .as(parameter.getKey())
                            .isNotBlank();
                    if (fields.has("AllowedPattern") || fields.has("AllowedValues")) {
                        assertThat(fields.path("ConstraintDescription").asString(""))
                                .startsWith(parameter.getKey() + " must be ");
                        assertThat(
                                        !fields.has("Default")
                                                || takes(fields, fields.path("Default").asString()))
                                .as(parameter.getKey() + " by default")
                                .isTrue();
                    }
                });
    }

    /** What is given beside the rest's defaults, and the one thing that is said against it. */
    private static final String TOGETHER =
            """
            |
            DomainName=status.example.org CertificateArn=arn:of:certificate |
            DomainName=status.example.org CertificateArn=arn:of:certificate HostedZoneId=Z0123456789ABC |
            DomainName=status.example.org | DomainName needs CertificateArn, a certificate of ACM in us-east-1 for that name
            DomainName=status.example.org HostedZoneId=Z0123456789ABC | DomainName needs CertificateArn, a certificate of ACM in us-east-1 for that name
            HostedZoneId=Z0123456789ABC | HostedZoneId is of no use without DomainName
            """;

    @Test
    void parametersThatDoNotFitTogetherAreRefusedByRules() throws Exception {
        ParameterRules rules =
                ParameterRules.of(
                        Template.of(List.of(Template.source("template.yaml")), folder).getFirst());

        TOGETHER.lines()
                .map(line -> line.split("\\|", -1))
                .forEach(row ->
                        assertThat(rules.against(row[0].strip()))
                                .as(row[0])
                                .isEqualTo(row[1].strip()));
    }

    private static String[] values(String text) {
        return text.strip().split(" ");
    }

    /** As CloudFormation decides: the whole value must match. */
    private static boolean takes(JsonNode parameter, String written) {
        String value = written.contains("(") ? written.replace('+', ' ') : written;
        if (parameter.has("AllowedValues")) {
            return parameter
                    .path("AllowedValues")
                    .valueStream()
                    .anyMatch(allowed -> allowed.asString().equals(value));
        }
        return Pattern.matches(parameter.path("AllowedPattern").asString(""), value);
    }

    private JsonNode parameters(String template) throws Exception {
        return Template.of(List.of(Template.source(template)), folder)
                .getFirst()
                .json()
                .path("Parameters");
    }
}
