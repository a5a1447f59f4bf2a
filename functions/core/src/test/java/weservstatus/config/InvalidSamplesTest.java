package weservstatus.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One file per fault, named after it, with its exact messages beside it. */
class InvalidSamplesTest {
    private static final String FOLDER = "functions/core/src/test/resources/invalid";

    static List<String> samples() throws IOException {
        try (Stream<Path> files = Files.list(Checkout.path(FOLDER))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isRefusedWithExactlyTheseMessages(String sample) {
        Checkout.assertUnchanged(FOLDER + "/" + sample + ".txt", messages(sample));
    }

    @Test
    void everyMessageHasItsSample() throws IOException {
        try (Stream<Path> files = Files.list(Checkout.path(FOLDER))) {
            assertThat(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".txt")))
                    .containsExactlyInAnyOrderElementsOf(
                            samples().stream().map(name -> name + ".txt").toList());
        }
    }

    @Test
    void manyFaultsAreReportedTogetherInTheOrderOfTheFile() {
        List<Fault> faults = faults("many-faults");

        assertThat(faults).hasSizeGreaterThanOrEqualTo(15);
        assertThat(faults).extracting(Fault::line).isSorted();
    }

    private static String messages(String sample) {
        return faults(sample).stream().map(Fault::text).collect(Collectors.joining("\n")) + "\n";
    }

    private static List<Fault> faults(String sample) {
        String text = Checkout.read(FOLDER + "/" + sample + ".yaml");
        return switch (StatusYaml.load("status.yaml", text)) {
            case Loaded.Invalid invalid -> invalid.faults();
            case Loaded.Valid _ -> List.of();
        };
    }
}
