package weservstatus.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.verdict.Scene;

class BudgetTest {
    @ParameterizedTest
    @CsvSource({"20, 17, 3", "20, 20, 0", "20, 25, 0", "20, 0, 20"})
    void whatIsNotScheduledIsTheReserve(int requests, int scheduled, int reserve) {
        assertThat(new Budget(requests).reserve(scheduled)).isEqualTo(reserve);
    }

    /** Capitals are vital. */
    @ParameterizedTest
    @CsvSource({"abc, abc", "abC, Cab", "aBcD, BDac", "'', ''"})
    void vitalChecksComeFirst(String wanted, String ordered) {
        List<Check> checks = letters(wanted).stream().map(BudgetTest::check).toList();

        assertThat(Budget.vitalFirst(checks))
                .extracting(check -> letter(check.id().value()))
                .containsExactlyElementsOf(letters(ordered));
    }

    @Test
    void nothingAtAllIsNoBudget() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Budget(0));
    }

    private static String letter(String id) {
        return id.startsWith("vital-") ? id.substring(6).toUpperCase(Locale.ROOT) : id;
    }

    private static List<String> letters(String text) {
        return text.chars().mapToObj(Character::toString).toList();
    }

    private static Check check(String id) {
        return Scene.check(
                Character.isUpperCase(id.charAt(0)) ? "vital-" + id.toLowerCase(Locale.ROOT) : id,
                new ComponentId("pictures"),
                new Schedule(Duration.ofHours(1), 0),
                Character.isUpperCase(id.charAt(0)),
                CachePath.MISS,
                "/");
    }
}
