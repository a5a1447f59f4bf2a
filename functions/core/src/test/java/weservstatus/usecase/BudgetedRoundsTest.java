package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weservstatus.check.Budget;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.CheckId;
import weservstatus.check.ComponentId;
import weservstatus.check.LocationId;
import weservstatus.check.Schedule;
import weservstatus.check.Target;
import weservstatus.observe.Observation;
import weservstatus.observe.Round;
import weservstatus.store.InMemoryTable;
import weservstatus.store.TestClock;
import weservstatus.time.Slot;
import weservstatus.verdict.CheckState;
import weservstatus.verdict.Scene;
import weservstatus.verdict.Verdicts;

/** A location stays within its budget, whatever fails and however often it starts again. */
class BudgetedRoundsTest {
    private static final LocationId HERE = new LocationId("here");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration CONFIRM = Duration.ofSeconds(10);
    private static final Slot SLOT = new Slot(Scene.START, MINUTE);

    private final TestClock clock = new TestClock(Scene.START);
    private final ProbeStores stores = ProbeStores.over(new InMemoryTable(clock));
    private final Catalogue catalogue = catalogue();
    private final ScriptedProber prober = new ScriptedProber();
    private final Set<CheckId> failing = new HashSet<>();
    private final List<Round> told = new ArrayList<>();
    private Slot slot = SLOT;

    /** A vital request a minute, 30 that take turns within the hour, and a cached one. */
    private static Catalogue catalogue() {
        Catalogue plain =
                Scene.at("here")
                        .component("pictures")
                        .component("effects")
                        .component("gif")
                        .catalogue();
        List<Check> checks = new ArrayList<>();
        checks.add(check("vital", "pictures", MINUTE, 0, CachePath.MISS));
        checks.add(check("cached", "pictures", MINUTE, 0, CachePath.HIT));
        for (int turn = 0; turn < 29; turn++) {
            Duration hour = Duration.ofHours(1);
            checks.add(check("effect-" + turn, "effects", hour, 2 * turn, CachePath.MISS));
        }
        checks.add(check("gif", "gif", Duration.ofHours(1), 58, CachePath.MISS));
        Target target =
                new Target(
                        Scene.TARGET,
                        URI.create("http://localhost"),
                        Optional.empty(),
                        Optional.of(Budget.STANDARD));
        return new Catalogue(
                plain.page(),
                plain.pace(),
                plain.locations(),
                List.of(target),
                Optional.empty(),
                plain.groups(),
                plain.components(),
                checks);
    }

    private static Check check(
            String id, String component, Duration every, int turn, CachePath path) {
        Schedule schedule = new Schedule(every, turn);
        return Scene.check(id, new ComponentId(component), schedule, id.equals("vital"), path, "/");
    }

    private ProbeRound started() {
        return new ProbeRound(catalogue, HERE, prober, stores, clock);
    }

    @Test
    void aStartAsksFirstWhatMakesAComponentKnownAndLeavesRoomToAskAgain() {
        clock.advance(Duration.ofSeconds(1));
        Round first = started().run(SLOT);

        assertThat(ids(first))
                .as("20, less 11 of the vital check in ten minutes, less 2 to ask again")
                .hasSize(2 + 7)
                .startsWith("vital", "cached", "effect-0")
                .endsWith("gif");
        clock.advance(MINUTE);
        assertThat(ids(started().run(SLOT.next()))).containsExactly("vital", "cached");
    }

    @Test
    void anHourAfterAStartNothingIsUnknown() {
        Set<String> seen = new HashSet<>();
        for (int minute = 0; minute < 45; minute++) {
            seen.addAll(ids(round(started())));
        }

        assertThat(seen).hasSize(catalogue.checks().size());
    }

    @Test
    void aFailingCheckThatTakesTurnsIsConfirmedWithinItsConfirmTime() {
        hours(1);
        CheckId broken = new CheckId("effect-7");
        failing(broken);
        while (round(started()).of(broken).isEmpty()) {
            assertThat(slot.start()).isBefore(Scene.START.plus(Duration.ofHours(3)));
        }

        assertThat(repeatsOf(broken).getLast().started())
                .isBeforeOrEqualTo(lookAt(broken).plus(CONFIRM).plusSeconds(1));
        assertThat(stateIsConfirmed(broken)).isTrue();
    }

    @Test
    void aVitalCheckIsConfirmedWhileEverythingFails() {
        hours(1);
        catalogue.checks().forEach(check -> failing(check.id()));
        CheckId vital = new CheckId("vital");
        Instant broke = slot.start();
        round(started());

        assertThat(stateIsConfirmed(vital)).isTrue();
        assertThat(repeatsOf(vital).getLast().started())
                .isBeforeOrEqualTo(broke.plus(CONFIRM).plusSeconds(5));
    }

    @Test
    void repeatsOfSeveralFailingChecksTakeTheLanesOfThoseThatComeNext() {
        hours(1);
        List<CheckId> broken =
                List.of(new CheckId("effect-3"), new CheckId("effect-4"), new CheckId("effect-5"));
        broken.forEach(this::failing);
        for (int minute = 0; minute < 60; minute++) {
            round(started());
            for (CheckId check : broken) {
                if (ago(looksAt(check), 6) && !ago(looksAt(check), 20)) {
                    assertThat(stateIsConfirmed(check)).as(check.toString()).isTrue();
                }
            }
        }

        assertThat(broken).allSatisfy(check -> assertThat(looksAt(check)).isNotEmpty());
    }

    /** Random checks fail and heal, the monitor starts again and sleeps at random. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void noTenMinutesSeeMoreThanTheBudgetAndNoCheckStarves(int seed) {
        Random random = new Random(seed);
        int share = 1 + random.nextInt(4);
        ProbeRound round = started();
        for (int minute = 0; minute < 200; minute++) {
            clock.advance(Duration.ofMillis(random.nextInt(8_000)));
            round = random.nextInt(9) == 0 ? started() : round;
            for (Check check : catalogue.checks()) {
                if (random.nextInt(12) == 0) {
                    set(check.id(), random.nextInt(share) == 0);
                }
            }
            round(round);
            if (random.nextInt(40) == 0) {
                slot = slot.next();
                clock.advance(MINUTE);
            }
        }

        assertKept();
        assertNoneWaitedLongerThan(Duration.ofMinutes(130));
    }

    /** The worst that can be: everything fails all the time. */
    @Test
    void evenWhereAllFailsTheBudgetIsKeptAndEachCheckHasItsTurn() {
        catalogue.checks().forEach(check -> failing(check.id()));
        for (int minute = 0; minute < 240; minute++) {
            round(started());
        }

        assertKept();
        assertNoneWaitedLongerThan(Duration.ofMinutes(150));
    }

    private boolean ago(List<Instant> looks, int minutes) {
        Instant then = clock.instant().minus(Duration.ofMinutes(minutes));
        return looks.stream().anyMatch(look -> look.isBefore(then));
    }

    private void hours(int count) {
        for (int minute = 0; minute < 60 * count; minute++) {
            round(started());
        }
    }

    /** A minute as the scheduler plays it. */
    private Round round(ProbeRound round) {
        Round scheduled = round.run(slot);
        told.add(scheduled);
        clock.advance(Duration.ofSeconds(1));
        confirm(round, 1);
        clock.advance(CONFIRM.minusSeconds(1));
        confirm(round, 2);
        slot = slot.next();
        clock.advance(Duration.between(clock.instant(), slot.start()));
        return scheduled;
    }

    private void confirm(ProbeRound round, int number) {
        Set<CheckId> due = Verdicts.toConfirm(catalogue, known(), HERE, clock.instant());
        if (!due.isEmpty()) {
            told.add(round.confirm(slot, number, due));
        }
    }

    /** What a review has in mind; of more than half an hour ago nothing wants to be asked again. */
    private List<Round> known() {
        Instant from = clock.instant().minus(Duration.ofMinutes(30));
        return told.reversed().stream()
                .takeWhile(round -> round.slot().start().isAfter(from))
                .toList();
    }

    private boolean stateIsConfirmed(CheckId check) {
        return Verdicts.decide(catalogue, known(), clock.instant()).checks().stream()
                .filter(each -> each.check().equals(check))
                .anyMatch(each -> each.state() == CheckState.FAILING);
    }

    private void failing(CheckId check) {
        set(check, true);
    }

    private void set(CheckId check, boolean fails) {
        Check found = catalogue.find(check).orElseThrow();
        if (fails) {
            failing.add(check);
        } else {
            failing.remove(check);
        }
        prober.when(
                check.value(),
                () ->
                        fails
                                ? ScriptedProber.timeout(check, clock.instant())
                                : ScriptedProber.good(found, clock.instant()));
    }

    private List<Round> all() {
        return told;
    }

    private List<Instant> looksAt(CheckId check) {
        return all().stream()
                .filter(round -> round.number() == 0)
                .flatMap(round -> round.of(check).stream())
                .filter(seen -> !seen.result().isGood())
                .map(Observation::started)
                .toList();
    }

    private Instant lookAt(CheckId check) {
        return looksAt(check).getFirst();
    }

    private List<Observation> repeatsOf(CheckId check) {
        return all().stream()
                .filter(round -> round.number() > 0)
                .flatMap(round -> round.of(check).stream())
                .toList();
    }

    private void assertKept() {
        List<Instant> sent = new ArrayList<>();
        for (Round round : all()) {
            for (Observation observation : round.observations()) {
                int requests = catalogue.find(observation.check()).orElseThrow().uncachedRequests();
                for (int i = 0; i < requests; i++) {
                    sent.add(round.started());
                }
            }
        }
        assertThat(sent).hasSizeGreaterThan(250).isSorted();
        int most = Budget.STANDARD.requests();
        for (int index = most; index < sent.size(); index++) {
            assertThat(Duration.between(sent.get(index - most), sent.get(index)))
                    .as("between a request and the one so many later")
                    .isGreaterThanOrEqualTo(Budget.WINDOW);
        }
    }

    private void assertNoneWaitedLongerThan(Duration most) {
        Map<CheckId, Instant> last = new TreeMap<>();
        catalogue.checks().forEach(check -> last.put(check.id(), SLOT.start()));
        for (Round round : all()) {
            for (Observation seen : round.observations()) {
                Instant before = last.put(seen.check(), round.started());
                assertThat(round.started()).isBeforeOrEqualTo(before.plus(most));
            }
        }
        assertThat(last.values()).allMatch(at -> at.isAfter(clock.instant().minus(most)));
    }

    private static List<String> ids(Round round) {
        return round.observations().stream().map(each -> each.check().value()).toList();
    }
}
