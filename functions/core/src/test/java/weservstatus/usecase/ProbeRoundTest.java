package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.CheckId;
import weservstatus.check.ComponentId;
import weservstatus.check.LocationId;
import weservstatus.check.Pace;
import weservstatus.check.Schedule;
import weservstatus.check.Target;
import weservstatus.observe.ControlState;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Observation;
import weservstatus.observe.Result;
import weservstatus.observe.Round;
import weservstatus.observe.Side;
import weservstatus.store.InMemoryTable;
import weservstatus.store.RoundStore;
import weservstatus.store.TestClock;
import weservstatus.time.Interval;
import weservstatus.time.Slot;
import weservstatus.verdict.Scene;

class ProbeRoundTest {
    private static final LocationId HERE = new LocationId("here");
    private static final URI CONTROL = URI.create("https://control.example.org/");
    private static final URI ORIGIN = URI.create("https://origin.example.org/card");
    private static final URI CARD = URI.create("https://origin.example.org/card/card.png");
    private static final Slot SLOT = new Slot(Scene.START, Duration.ofMinutes(1));

    private final TestClock clock = new TestClock(Scene.START);
    private final ProbeStores stores = ProbeStores.over(new InMemoryTable(clock));
    private final RoundStore rounds = stores.rounds();
    private final ScriptedProber prober = new ScriptedProber();
    private final Catalogue catalogue = catalogue(Pace.STANDARD);
    private final ProbeRound round = new ProbeRound(catalogue, HERE, prober, stores, clock);

    /** Three checks of the card each minute, and one that is due at the full hour only. */
    private static Catalogue catalogue(Pace pace) {
        Catalogue plain = Scene.at("here").component("pictures").catalogue();
        List<Check> checks = new ArrayList<>();
        for (String id : List.of("one", "two", "three")) {
            checks.add(check(id, pace.round()));
        }
        checks.add(check("hourly", Duration.ofHours(1)));
        return new Catalogue(
                plain.page(),
                pace,
                plain.locations(),
                List.of(
                        new Target(
                                Scene.TARGET, URI.create("http://localhost"), Optional.of(ORIGIN))),
                Optional.of(CONTROL),
                plain.groups(),
                plain.components(),
                checks);
    }

    private static Check check(String id, Duration every) {
        return Scene.check(
                id,
                new ComponentId("pictures"),
                new Schedule(every, 0),
                true,
                CachePath.MISS,
                "/?url={origin}/card.png");
    }

    @Test
    void asksTheControlsBeforeAnythingElse() {
        round.run(SLOT);

        assertThat(prober.asked.subList(0, 2))
                .containsExactlyInAnyOrder(CONTROL.toString(), CARD.toString());
        assertThat(prober.asked.subList(2, prober.asked.size()))
                .containsExactlyInAnyOrder("one", "two", "three", "hourly");
    }

    @Test
    void asksWhatIsDueAndAtOnceWhatItNeverLookedAt() {
        assertThat(ids(round.run(SLOT.next()))).containsExactly("one", "two", "three", "hourly");
        assertThat(ids(round.run(SLOT.next().next()))).containsExactly("one", "two", "three");
    }

    @Test
    void aTurnThatWasMissedIsMadeUpFor() {
        round.run(SLOT);
        Slot turn = new Slot(SLOT.start().plus(Duration.ofHours(1)), SLOT.length());
        round.missed(turn);

        assertThat(ids(round.run(turn.next()))).containsExactly("one", "two", "three", "hourly");
        assertThat(ids(round.run(turn.next().next()))).containsExactly("one", "two", "three");
    }

    @Test
    void aBlindLookIsNone() {
        prober.whenControl(CONTROL, () -> ControlState.FAILED);
        round.run(SLOT);
        prober.whenControl(CONTROL, () -> ControlState.PASSED);

        assertThat(ids(round.run(SLOT.next()))).containsExactly("one", "two", "three", "hourly");
    }

    @Test
    void confirmsOnlyWhatIsNamed() {
        Round confirmed =
                round.confirm(SLOT, 1, Set.of(new CheckId("two"), new CheckId("no-such-check")));

        assertThat(ids(confirmed)).containsExactly("two");
        assertThat(confirmed.number()).isEqualTo(1);
        assertThat(stored()).containsExactly(confirmed);
    }

    @Test
    void allChecksAreUnderWayAtOnce() {
        CyclicBarrier together = new CyclicBarrier(4);
        for (Check check : catalogue.checks()) {
            prober.when(
                    check.id().value(),
                    () -> {
                        await(together);
                        return ScriptedProber.good(check);
                    });
        }

        assertThat(round.run(SLOT).observations())
                .extracting(Observation::result)
                .containsOnly(Result.PASSED)
                .hasSize(4);
    }

    @Test
    void theSameSlotIsAskedAndStoredOnce() {
        Round first = round.run(SLOT);
        int asked = prober.asked.size();
        clock.advance(Duration.ofSeconds(2));

        assertThat(round.run(SLOT)).isEqualTo(first);
        assertThat(round.missed(SLOT)).isEqualTo(first);
        assertThat(prober.asked).hasSize(asked);
        assertThat(stored()).containsExactly(first);
    }

    @Test
    void ofTwoRunsAtOnceTheStoredOneCounts() {
        ScriptedProber slower = new ScriptedProber();
        Round[] quicker = new Round[1];
        slower.whenControl(
                CONTROL,
                () -> {
                    quicker[0] = round.run(SLOT);
                    clock.advance(Duration.ofSeconds(1));
                    return ControlState.FAILED;
                });

        Round returned = new ProbeRound(catalogue, HERE, slower, stores, clock).run(SLOT);

        assertThat(returned).isEqualTo(quicker[0]);
        assertThat(stored()).containsExactly(quicker[0]);
    }

    @Test
    void aMissedSlotHasNoDataAndIsNotProbed() {
        Round missed = round.missed(SLOT.next());

        assertThat(prober.asked).isEmpty();
        assertThat(ids(missed)).containsExactly("one", "two", "three");
        assertThat(missed.observations())
                .extracting(Observation::result)
                .containsOnly(Result.NO_DATA);
        assertThat(stored()).containsExactly(missed);
    }

    @Test
    void aMissedSlotInWhichNothingWasDueStillSaysThatNobodyLooked() {
        Catalogue hourly =
                Scene.at("here")
                        .component("effects")
                        .other("blur", Duration.ofHours(1))
                        .catalogue();

        Round missed = new ProbeRound(hourly, HERE, prober, stores, clock).missed(SLOT.next());

        assertThat(missed.observations())
                .extracting(Observation::result)
                .containsExactly(Result.NO_DATA);
    }

    @Test
    void aProberThatBreaksCostsItsOwnCheckOnly() {
        prober.when(
                "two",
                () -> {
                    throw new IllegalStateException("out of sockets");
                });
        Round round2 = round.run(SLOT.next());

        assertThat(round2.of(new CheckId("one")).orElseThrow().result()).isEqualTo(Result.PASSED);
        assertThat(round2.of(new CheckId("three")).orElseThrow().result()).isEqualTo(Result.PASSED);
        Observation broken = round2.of(new CheckId("two")).orElseThrow();
        assertThat(broken.result()).isEqualTo(Result.SELF_FAULT);
        assertThat(broken.side()).contains(Side.MONITOR);
        assertThat(broken.failure().orElseThrow().message()).contains("out of sockets");
    }

    @Test
    void theServiceFailsWhenTheControlsPass() {
        prober.when("one", () -> ScriptedProber.timeout(new CheckId("one")));

        Observation one = round.run(SLOT).of(new CheckId("one")).orElseThrow();
        assertThat(one.result()).isEqualTo(Result.FAILED);
        assertThat(one.side()).contains(Side.SERVICE);
    }

    @Test
    void nothingIsBlamedOnTheServiceWhileTheMonitorIsBlind() {
        prober.whenControl(CONTROL, () -> ControlState.FAILED);
        prober.when("one", () -> ScriptedProber.timeout(new CheckId("one")));
        Round blind = round.run(SLOT);

        assertThat(blind.controls().provider()).isEqualTo(ControlState.FAILED);
        assertThat(blind.of(new CheckId("one")).orElseThrow().result())
                .isEqualTo(Result.SELF_FAULT);
        assertThat(blind.of(new CheckId("two")).orElseThrow().result()).isEqualTo(Result.PASSED);
    }

    @Test
    void aServiceThatWaitsForADeadOriginIsNotToBlame() {
        prober.whenControl(CARD, () -> ControlState.FAILED);
        prober.when("one", () -> ScriptedProber.timeout(new CheckId("one")));
        Round origin = round.run(SLOT);

        assertThat(origin.controls().origin(Scene.TARGET)).isEqualTo(ControlState.FAILED);
        assertThat(origin.of(new CheckId("one")).orElseThrow().side()).contains(Side.ORIGIN);
    }

    @Test
    void aControlProbeThatBreaksHasFailed() {
        prober.whenControl(
                CONTROL,
                () -> {
                    throw new IllegalStateException("broken");
                });

        assertThat(round.run(SLOT).controls().provider()).isEqualTo(ControlState.FAILED);
    }

    @Test
    void withEverythingStuckEachCheckHasItsOwnRecordWithinTheSlot() {
        Pace quick =
                new Pace(
                        Duration.ofSeconds(1),
                        Duration.ofMillis(300),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(2));
        Catalogue hasty = catalogue(quick);
        CountDownLatch never = new CountDownLatch(1);
        prober.whenControl(
                CONTROL,
                () -> {
                    throw stuck(never);
                });
        prober.whenControl(
                CARD,
                () -> {
                    throw stuck(never);
                });
        for (Check check : hasty.checks()) {
            prober.when(
                    check.id().value(),
                    () -> {
                        throw stuck(never);
                    });
        }
        Instant before = InstantSource.system().instant();
        Round stuck =
                new ProbeRound(hasty, HERE, prober, stores, InstantSource.system())
                        .run(new Slot(Scene.START, Duration.ofSeconds(1)));
        Duration took = Duration.between(before, InstantSource.system().instant());

        assertThat(took).isBetween(Duration.ofMillis(800), Duration.ofMillis(1_900));
        assertThat(ids(stuck)).containsExactly("one", "two", "three", "hourly");
        assertThat(stuck.observations())
                .allSatisfy(observation -> {
                    assertThat(observation.result()).isEqualTo(Result.SELF_FAULT);
                    assertThat(observation.side()).contains(Side.MONITOR);
                    assertThat(observation.failure().orElseThrow().reason())
                            .isEqualTo(FailureReason.TIMEOUT);
                });
        assertThat(rounds.find(HERE, stuck.slot(), 0)).isPresent();
    }

    private List<Round> stored() {
        return rounds.list(HERE, new Interval(Scene.START, Scene.START.plusSeconds(86_400)));
    }

    private static List<String> ids(Round round) {
        return round.observations().stream().map(o -> o.check().value()).toList();
    }

    private static RuntimeException stuck(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new IllegalStateException("interrupted");
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
