package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The template is clean, holds our own rules, and neither check is blind. */
class TemplateIT {
    @TempDir private Path folder = Path.of("unset");

    @Test
    void theTemplateIsCleanAndHoldsTheRules() throws Exception {
        Template template = Template.of(source(), folder);

        assertThat(template.lint(folder)).isEmpty();
        assertThat(TemplateRules.faults(template)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Runtime: java25 | Runtime: java26 | java26
                    StreamArn | StreamArnn | StreamArnn
                    """)
    void theLinterSeesWhatIsWrong(String right, String wrong, String said) throws Exception {
        assertThat(mutant(right, wrong).lint(folder)).contains(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    rate(1 minute)                    | rate(1 minutes)                      | the schedule is no rate: rate(1 minutes)
                    rate(1 minute)                    | rate(5 minutes)                      | the schedule is not every minute
                    PointInTimeRecoveryEnabled: true  | PointInTimeRecoveryEnabled: false    | the table has no point-in-time recovery
                    AttributeName: ttl                | AttributeName: expires               | the table's time to live is not the attribute ttl
                    DeletionPolicy: Retain            | DeletionPolicy: Delete               | Table is not retained by DeletionPolicy
                    ProbeHandler::                    | ProbingHandler::                     | ProbeFunction has no handler that exists
                    Action: sns:Publish               | Action: "sns:*"                      | TellPeople allows a whole family of actions
                    Resource: !Ref Topic              | Resource: "*"                        | TellPeople allows its actions on everything
                    round#${Location}                 | round#                               | the probe may touch more than its own rounds
                    Name: !Sub ${AWS::StackName}-probe | Name: probe                        | the schedule's name is not the stack's
                    Timeout: 59                       | Timeout: 50                          | the probe has no time for a whole round
                    """)
    void theRulesSeeWhatTheLinterDoesNot(String right, String wrong, String fault)
            throws Exception {
        assertThat(TemplateRules.faults(mutant(right, wrong))).contains(fault);
    }

    private Template mutant(String right, String wrong) throws Exception {
        assertThat(source()).contains(right);
        return Template.of(source().replace(right, wrong), folder);
    }

    private static String source() throws IOException {
        return Files.readString(Events.ROOT.resolve("template.yaml"));
    }
}
