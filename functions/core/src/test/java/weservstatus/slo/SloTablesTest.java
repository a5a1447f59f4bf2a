package weservstatus.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static weservstatus.verdict.MarkdownTable.words;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import weservstatus.check.CheckId;
import weservstatus.check.ComponentId;
import weservstatus.check.LocationId;
import weservstatus.check.Objective;
import weservstatus.time.Slot;
import weservstatus.verdict.MarkdownTable;
import weservstatus.verdict.Scene;
import weservstatus.verdict.Source;
import weservstatus.verdict.Trial;

/** Runs every row of the tables in section 3 of docs/statistics.md. */
class SloTablesTest {

    private static final Instant NOW = Scene.START;

    static List<Arguments> windows() {
        return rows("windows", 5);
    }

    static List<Arguments> burn() {
        return rows("burn", 4);
    }

    static List<Arguments> budget() {
        return rows("budget", 6);
    }

    private static List<Arguments> rows(String table, int cells) {
        return MarkdownTable.rows("statistics.md", table, cells);
    }

    @ParameterizedTest
    @MethodSource("windows")
    void holdsThePairsOfTheWorkbook(
            String pair, String inLong, String inShort, double factor, String urgency) {
        BurnWindow window = BurnWindow.valueOf(pair.toUpperCase(Locale.ROOT));

        assertThat(window.longWindow()).isEqualTo(duration(inLong));
        assertThat(window.shortWindow()).isEqualTo(duration(inShort));
        assertThat(window.factor()).isEqualTo(factor);
        assertThat(window.urgency().label()).isEqualTo(urgency);
    }

    @Test
    void tablesNameAllPairs() {
        assertThat(windows()).hasSameSizeAs(BurnWindow.values());
    }

    @ParameterizedTest
    @MethodSource("burn")
    void tellsTheMostUrgentPair(double target, int locations, String answers, String told) {
        Optional<BurnWindow> window =
                BurnRule.decide(objective(target), periods(answers), NOW, locations);

        assertThat(window.map(found -> found.name().toLowerCase(Locale.ROOT)).orElse(""))
                .isEqualTo(told);
    }

    @ParameterizedTest
    @MethodSource("budget")
    void reckonsWhatIsLeft(
            double target, String answers, String spent, String left, double rate, String empty) {
        Budget budget = Budget.of(objective(target), periods(answers), NOW);

        assertThat(percent(budget.spentRatio())).isEqualTo(spent);
        assertThat(percent(budget.remainingRatio())).isEqualTo(left);
        assertThat(budget.burnRate()).isCloseTo(rate, within(1e-9));
        assertThat(budget.empty().map(at -> minutes(at) + " min").orElse("")).isEqualTo(empty);
    }

    @Test
    void orderAndRepeatsOfTrialsChangeNothing() {
        List<Trial> trials = trials("30 min 7/90 A:x B:y");
        List<Trial> stirred = new ArrayList<>(trials);
        stirred.addAll(trials.subList(10, 60));
        Collections.shuffle(stirred, new Random(1));

        assertThat(CountedPeriod.of(stirred)).isEqualTo(CountedPeriod.of(trials));
    }

    @Test
    void confirmRoundsAreNotCounted() {
        Slot slot = Slot.containing(NOW, Duration.ofMinutes(1));
        Trial confirm = new Trial(NOW, new LocationId("a"), new CheckId("x"), slot, 1, true);

        assertThat(CountedPeriod.of(List.of(confirm))).isEmpty();
    }

    @Test
    void refusesWhatIsNoObjective() {
        ComponentId component = new ComponentId("pictures");
        for (double ratio : new double[] {0, 1, 0.999999, -0.5, 99.9, Double.NaN}) {
            assertThatThrownBy(() -> Objective.of(component, ratio))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("above 0 and at most at 0.99999");
        }
        for (Duration window : List.of(Duration.ofHours(23), Duration.ofDays(91))) {
            assertThatThrownBy(() -> new Objective(component, 0.99, window))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("1 to 90 days");
        }
    }

    private static Objective objective(double target) {
        return Objective.of(new ComponentId("pictures"), target);
    }

    private static Duration duration(String cell) {
        String[] parts = cell.split(" ", -1);
        int number = Integer.parseInt(parts[0]);
        return parts[1].equals("h") ? Duration.ofHours(number) : Duration.ofMinutes(number);
    }

    private static String percent(double ratio) {
        return Math.round(ratio * 100) + " %";
    }

    private static long minutes(Instant at) {
        return Math.round(Duration.between(NOW, at).toMillis() / 60_000.0);
    }

    private static List<CountedPeriod> periods(String answers) {
        return CountedPeriod.of(trials(answers));
    }

    /** {@code 3 min 18/100 A B}: 100 trials, 18 of them bad, from both by turns. */
    private static List<Trial> trials(String answers) {
        List<Trial> trials = new ArrayList<>();
        for (String answer : words(answers)) {
            String[] parts = answer.split(" ", -1);
            Instant at = NOW.minus(Duration.ofMinutes(Integer.parseInt(parts[0])));
            String[] counts = parts[2].split("/", -1);
            List<Source> sources =
                    Arrays.stream(parts, 3, parts.length).map(SloTablesTest::source).toList();
            for (int i = 0; i < Integer.parseInt(counts[1]); i++) {
                trials.add(
                        trial(
                                at.plusMillis(i),
                                sources.get(i % sources.size()),
                                i < Integer.parseInt(counts[0])));
            }
        }
        return trials;
    }

    private static Source source(String word) {
        String[] parts = word.toLowerCase(Locale.ROOT).split(":", -1);
        return new Source(
                new LocationId(parts[0]), new CheckId(parts.length > 1 ? parts[1] : "it"));
    }

    private static Trial trial(Instant at, Source source, boolean failed) {
        Slot slot = Slot.containing(at, Duration.ofSeconds(1));
        return new Trial(at, source.location(), source.check(), slot, 0, failed);
    }
}
