package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.LocationId;
import weservstatus.observe.Attempt;
import weservstatus.observe.ControlState;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Finding;
import weservstatus.observe.Variant;
import weservstatus.store.CalibrationStore;
import weservstatus.store.Table;
import weservstatus.store.TestClock;
import weservstatus.verdict.Scene;

/** Learning a service's ways, over any table. */
public abstract class CalibrationContract {
    private static final Catalogue CATALOGUE =
            Scene.at("here").component("images").vital("bri", CachePath.MISS).catalogue();
    private static final Check CHECK = CATALOGUE.active().getFirst();
    private static final LocationId HERE = new LocationId("here");
    private static final Variant ADDED = new Variant("bri", "is added");
    private static final Variant MULTIPLIED = new Variant("bri", "multiplies like mod");

    private final TestClock clock = new TestClock(Instant.parse("2026-03-01T00:00:00Z"));
    private List<Finding> findings = List.of();

    /** An empty table, the same whenever it is asked for. */
    protected abstract Table table();

    private Attempt seeing(Variant variant) {
        return seeing(Finding.of(variant));
    }

    private Attempt seeing(Finding... shown) {
        return seeing(HERE, shown);
    }

    private Attempt seeing(LocationId here, Finding... shown) {
        findings = List.of(shown);
        // Whatever asks next has to find what was learned in the table.
        CalibratedProber prober =
                new CalibratedProber(
                        Prober.of(
                                (check, target, limit) ->
                                        new Attempt(
                                                check.id(),
                                                ScriptedProber.good(check).exchange(),
                                                findings),
                                (url, limit) -> ControlState.PASSED),
                        new CalibrationStore(table(), here),
                        clock);
        return prober.probe(CHECK, CATALOGUE.target(CHECK.target()), Duration.ofSeconds(1));
    }

    @Test
    void theFirstSightIsSilentAndSoIsTheSame() {
        assertThat(seeing(ADDED).failure()).isEmpty();
        assertThat(seeing(ADDED).failure()).isEmpty();
    }

    @Test
    void aChangeFailsAndSaysWhatItWas() {
        seeing(ADDED);

        assertThat(seeing(MULTIPLIED).failure())
                .map(Failure::message)
                .contains("`bri` changed: it was \"is added\", now \"multiplies like mod\"");
        assertThat(seeing(MULTIPLIED).failure()).isPresent();
        assertThat(seeing(ADDED).failure()).isEmpty();
    }

    @Test
    void aChangeThatStaysADayIsTheUsualWay() {
        seeing(ADDED);
        seeing(MULTIPLIED);
        clock.advance(Duration.ofHours(24));

        assertThat(seeing(MULTIPLIED).failure()).isEmpty();
        assertThat(seeing(ADDED).failure()).isPresent();
    }

    @Test
    void everyPlaceLearnsForItself() {
        seeing(ADDED);

        assertThat(seeing(new LocationId("there"), Finding.of(MULTIPLIED)).failure()).isEmpty();
        assertThat(seeing(ADDED).failure()).isEmpty();
    }

    @Test
    void nothingIsLearnedFromAWrongAnswer() {
        Failure wrong = Failure.of(FailureReason.IMAGE, "wrong");
        seeing(new Finding("right", "wrong", Optional.of(wrong)), Finding.of(MULTIPLIED));

        assertThat(seeing(ADDED).failure()).isEmpty();
        assertThat(seeing(ADDED).failure()).isEmpty();
    }
}
