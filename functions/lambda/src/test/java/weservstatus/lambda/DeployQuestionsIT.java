package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first deployment asks three questions at most, and rehearses without an account. */
class DeployQuestionsIT {
    private static final Path ROOT = Path.of(System.getProperty("repository.root", ""));

    @TempDir private Path folder = Path.of("unset");

    private record Said(int code, String text) {}

    @BeforeEach
    void twoLocations() throws IOException {
        Files.writeString(
                folder.resolve("status.yaml"),
                """
                locations:
                  - id: home
                  - id: ohio
                """);
    }

    @Test
    void threeAnswersAreAPlanThatIsAskedForOnce() throws Exception {
        Said first = rehearse("eu-central-1\nops@example.org\nus-east-2\n");

        assertThat(first.text())
                .contains(
                        "1/3 Region of the home stack?", "2/3 E-mail", "3/3 Regions of the further")
                .contains("eu-central-1: stack weserv-status from template.yaml")
                .contains("us-east-2: stack weserv-status from template-probe.yaml")
                .contains("AlertEmail=ops@example.org", "HomeRegion=eu-central-1");
        assertThat(first.code()).isZero();
        assertThat(rehearse(""))
                .satisfies(second -> {
                    assertThat(second.code()).isZero();
                    assertThat(second.text()).doesNotContain("?").contains("us-east-2: stack");
                });
    }

    @Test
    void anAnswerThatCannotBeIsAskedForAgainWithWhatIsRight() throws Exception {
        Said said = rehearse("Frankfurt\neu-central-1\nops\n\nus-east-2 us-west-2\nus-east-2\n");

        assertThat(said.text())
                .contains("Frankfurt: write a region such as eu-central-1")
                .contains("ops: write one address such as ops@example.org, or nothing")
                .contains("us-east-2 us-west-2: write one region for each, with spaces between");
        assertThat(said.code()).isZero();
    }

    @Test
    void nothingIsWrittenWhereNobodyAnswers() throws Exception {
        Said said = rehearse("eu-central-1\n");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text()).contains("deploy.toml is missing and nobody answers");
        assertThat(folder.resolve("deploy.toml")).doesNotExist();
    }

    @Test
    void everyFaultOfAPlanIsToldAtOnce() throws Exception {
        Files.writeString(
                folder.resolve("deploy.toml"),
                """
                stack = "Weserv Status"
                owner = "me"
                [[places]]
                location = "mars"
                region = "moon"
                """);

        Said said = rehearse("");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text())
                .contains("owner: is no key; the keys are stack and places")
                .contains("stack: \"Weserv Status\" is no name")
                .contains(
                        "places[0].location: \"mars\" is not in status.yaml, which has home, ohio")
                .contains("places[0].region: \"moon\" is no region");
    }

    private Said rehearse(String answers) throws IOException, InterruptedException {
        Path input = Files.writeString(folder.resolve("answers"), answers);
        Path output = folder.resolve("said");
        ProcessBuilder builder =
                new ProcessBuilder(
                        List.of(
                                ROOT.resolve(".cache/venv/lint/bin/python").toString(),
                                ROOT.resolve("tools/deploy.py").toString(),
                                "--config",
                                folder.resolve("status.yaml").toString(),
                                "--plan",
                                folder.resolve("deploy.toml").toString(),
                                "--dry-run",
                                "--offline"));
        builder.redirectErrorStream(true)
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile());
        int code = builder.start().waitFor();
        return new Said(code, Files.readString(output, StandardCharsets.UTF_8));
    }
}
