package weservstatus.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a file, the answer is a catalogue or faults, never an exception. */
class DamagedFilesTest {
    private static final List<String> LINES = Checkout.read("status.yaml").lines().toList();
    private static final String SIGNS = "{}[]:,-#&*!|>'\"%@`?\t\n\0 0a~";

    @Test
    void eachLineMayBeMissing() {
        for (int line = 0; line < LINES.size(); line++) {
            List<String> before = LINES.subList(0, line);
            List<String> after = LINES.subList(line + 1, LINES.size());
            load(String.join("\n", before) + "\n" + String.join("\n", after));
        }
    }

    @Test
    void theFileMayEndAnywhere() {
        String text = String.join("\n", LINES.subList(0, 120));
        for (int end = 0; end < text.length(); end += 7) {
            load(text.substring(0, end));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anySignMayStandAnywhere(long seed) {
        Random random = new Random(seed);
        String text = String.join("\n", LINES.subList(0, 120));
        for (int round = 0; round < 500; round++) {
            int place = random.nextInt(text.length());
            char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
            load(text.substring(0, place) + sign + text.substring(place + random.nextInt(2)));
        }
    }

    private static void load(String text) {
        switch (StatusYaml.load("status.yaml", text)) {
            case Loaded.Valid valid -> assertThat(valid.catalogue().checks()).isNotEmpty();
            case Loaded.Invalid invalid ->
                    assertThat(invalid.faults())
                            .isNotEmpty()
                            .allSatisfy(DamagedFilesTest::pointsIntoTheFile);
        }
    }

    private static void pointsIntoTheFile(Fault fault) {
        assertThat(fault.line()).isBetween(1, LINES.size() + 2);
        assertThat(fault.column()).isPositive();
        assertThat(fault.reason()).isNotBlank().doesNotContain("\n");
        assertThat(fault.remedy()).isNotBlank();
    }
}
