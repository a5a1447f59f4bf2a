package weservstatus.bench.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small runs of the simulations: what must hold whatever the seed. The clock is virtual. */
class SimulationsTest {

    private static final long SEED = 20_261_126;
    private final Chance chance = new Chance(SEED);

    /** Seconds within which every hard outage is on the page, from onset to publication. */
    @ParameterizedTest
    @CsvSource({
        "5, REFUSED, 75",
        "5, TIMED_OUT, 90",
        "3, REFUSED, 75",
        "3, TIMED_OUT, 90",
        "1, REFUSED, 90"
    })
    void everyHardOutageIsSeenInTime(int places, Sight sight, double bound) {
        Spread seconds = new HardOutages(chance, 300).seconds(places, sight, false);

        assertThat(seconds.count()).isEqualTo(300);
        assertThat(seconds.max()).isLessThanOrEqualTo(bound);
        assertThat(seconds.mean()).isPositive().isLessThan(seconds.max());
    }

    @Test
    void chanceLossesOfAYearTurnNoPageRed() {
        assertThat(FalseOutages.count(5, Duration.ofDays(365), chance)).isZero();
    }

    @Test
    void everyTenthFailureIsSeenWithinMinutes() {
        ErrorTrials pool = new ErrorTrials(5, 4);

        assertThat(pool.perMinute()).isEqualTo(20);
        assertThat(pool.minutes(0.1, 200, SEED).mean()).isBetween(0.5, 3.0);
        assertThat(pool.minutes(0.5, 200, SEED).mean())
                .isLessThan(pool.minutes(0.1, 200, SEED).mean());
    }

    @Test
    void calmIsNoChange() {
        assertThat(new ErrorTrials(5, 4).falseAlarms(Duration.ofDays(30), SEED)).isZero();
        assertThat(new Latencies(SEED).falseAlarms(200_000)).isZero();
    }

    @Test
    void twiceTheTimeIsSeenAndFiveTimesSooner() {
        Latencies latencies = new Latencies(SEED);

        Spread twice = latencies.timings(2, 200);

        assertThat(twice.mean()).isBetween(10.0, 50.0);
        assertThat(latencies.timings(5, 200).mean()).isLessThan(twice.mean());
    }

    @Test
    void bracketsHoldEveryOutageThatWasSeen() {
        for (int places : new int[] {5, 3}) {
            assertThat(Counting.ledgers(new Counting.Sampled(places, Pattern::fixed), 5, chance))
                    .allMatch(Ledger::holdsSeen);
        }
    }

    @Test
    void oursMissesNoOutageThatOthersSeeAndRaisesNoFalseAlarm() {
        Score ours = Comparison.score(new Ours(), 2, chance);
        Score kuma = Comparison.score(new UptimeKuma(), 2, chance);

        assertThat(ours.falseAlarms()).isZero();
        assertThat(kuma.falseAlarms()).isGreaterThan(100);
        assertThat(ours.missedRatio()).isLessThanOrEqualTo(kuma.missedRatio());
    }

    @Test
    void theSameSeedGivesTheSameTables() {
        HardOutages outages = new HardOutages(new Chance(SEED), 50);

        assertThat(new HardOutages(chance, 50).seconds(5, Sight.REFUSED, true))
                .isEqualTo(outages.seconds(5, Sight.REFUSED, true))
                .isNotEqualTo(
                        new HardOutages(new Chance(SEED + 1), 50).seconds(5, Sight.REFUSED, true));
    }

    @Test
    void readsItsCommandLine() {
        assertThat(Simulations.of(List.of("detection", "--seed", "7", "--quick")))
                .contains(new Simulations("detection", 7, true));
        assertThat(Simulations.of(List.of("probe"))).isEmpty();
        assertThatThrownBy(() -> Simulations.of(List.of("peers", "--seed")))
                .hasMessage("--seed needs a whole number");
        assertThatThrownBy(() -> Simulations.of(List.of("peers", "--sed")))
                .hasMessageContaining("--sed");
    }
}
