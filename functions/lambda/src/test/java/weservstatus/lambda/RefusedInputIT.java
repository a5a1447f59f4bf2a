package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An emulated account refuses each kind of bad input, with our text, before anything is made. */
class RefusedInputIT {
    /** Template, what is given, and what is said. */
    private static final String REFUSED =
            """
            template.yaml | AlertEmail=nobody | AlertEmail must be one address such as ops@example.org, or empty
            template.yaml | AlarmEmail=a@b@example.org | AlarmEmail must be one address such as ops@example.org, or empty
            template.yaml | AlertPhone=015112345678 | AlertPhone must be a number in international form such as +4915112345678, or empty
            template.yaml | AlertUrl=http://hooks.example.org | AlertUrl must be an address that starts with https://
            template.yaml | ProbeSchedule=rate(30+seconds) | a schedule under a minute does not exist
            template.yaml | Location=Frankfurt | Location must be an id that status.yaml lists under locations
            template.yaml | LogRetentionDays=2 | LogRetentionDays
            template.yaml | DeletionProtection=yes | DeletionProtection
            template.yaml | DomainName=https://status.example.org | DomainName must be a host such as status.example.org without https://
            template-probe.yaml | HomeRegion=frankfurt | HomeRegion must be the region of the home stack, such as eu-central-1
            template-probe.yaml | HomeTable=my-table | HomeTable must be the output TableName of the home stack
            template-probe.yaml | HomeBucket=my-bucket | HomeBucket must be the output PageBucketName of the home stack
            template-probe.yaml | OrderTopicArn=orders | OrderTopicArn must be the output OrderTopicArn of the home stack
            """;

    /** What the template of further places cannot do without. */
    private static final List<String> GOOD =
            List.of(
                    "Location=tokyo",
                    "HomeRegion=eu-central-1",
                    "HomeTable=weserv-status-Table-1ABCDEF2GHIJK",
                    "HomeBucket=weserv-status-pagebucket-1abcdef2ghijk",
                    "OrderTopicArn=arn:aws:sns:eu-central-1:123456789012:weserv-status-OrderTopic-1A");

    private final Path folder;
    private final Emulated account;

    RefusedInputIT(@TempDir Path folder) {
        this.folder = folder;
        this.account = Emulated.start(folder);
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void badInputIsRefusedWithWhatIsRight() throws Exception {
        List<String> rows = REFUSED.lines().toList();
        List<String> arguments = new ArrayList<>();
        for (String row : rows) {
            String[] cells = row.split(" \\| ", -1);
            arguments.add(ask(cells[0].strip(), cells[1].strip().replace('+', ' ')));
        }
        arguments.add(ask("template-probe.yaml", GOOD.getFirst()));
        List<String> said = account.changeSets(arguments);

        SoftAssertions all = new SoftAssertions();
        for (int i = 0; i < rows.size(); i++) {
            String[] cells = rows.get(i).split(" \\| ", -1);
            all.assertThat(said.get(i)).as(cells[1]).contains(cells[2].strip());
        }
        all.assertAll();
        assertThat(said.getLast()).isEqualTo("taken");
        assertThat(account.endpoint().functions()).isEmpty();
        assertThat(account.endpoint().tables()).isEmpty();
        assertThat(folder).isNotEmptyDirectory();
    }

    /** The template and its parameters, the last of which counts. */
    private static String ask(String template, String given) {
        List<String> parameters = new ArrayList<>();
        String name = given.substring(0, given.indexOf('='));
        if (template.equals("template-probe.yaml")) {
            GOOD.stream().filter(good -> !good.startsWith(name + "=")).forEach(parameters::add);
        }
        parameters.add(given);
        return template + "|" + String.join("|", parameters);
    }
}
