package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
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
import weservstatus.store.RoundStore;
import weservstatus.store.TestClock;
import weservstatus.time.Interval;
import weservstatus.time.Slot;
import weservstatus.verdict.Scene;

/** A location stays within its budget, whatever fails and however often it starts again. */
class BudgetedRoundsTest {
    private static final LocationId HERE = new LocationId("here");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Slot SLOT = new Slot(Scene.START, MINUTE);

    private final TestClock clock = new TestClock(Scene.START);
    private final ProbeStores stores = ProbeStores.over(new InMemoryTable(clock));
    private final RoundStore rounds = stores.rounds();
    private final Catalogue catalogue = catalogue();

    /** One uncached request a minute, twenty that rotate, and a cached one: 14 in ten minutes. */
    private static Catalogue catalogue() {
        Catalogue plain = Scene.at("here").component("pictures").catalogue();
        List<Check> checks = new ArrayList<>();
        checks.add(check("vital", MINUTE, 0, CachePath.MISS));
        checks.add(check("cached", MINUTE, 0, CachePath.HIT));
        for (int turn = 0; turn < 20; turn++) {
            checks.add(check("rotating-" + turn, Duration.ofHours(1), 3 * turn, CachePath.MISS));
        }
        return new Catalogue(
                plain.page(),
                plain.pace(),
                plain.locations(),
                List.of(
                        new Target(
                                Scene.TARGET,
                                URI.create("http://localhost"),
                                Optional.empty(),
                                Optional.of(Budget.STANDARD))),
                Optional.empty(),
                plain.groups(),
                plain.components(),
                checks);
    }

    private static Check check(String id, Duration every, int turn, CachePath path) {
        return Scene.check(
                id,
                new ComponentId("pictures"),
                new Schedule(every, turn),
                id.equals("vital"),
                path,
                "/");
    }

    private ProbeRound started() {
        return new ProbeRound(catalogue, HERE, new ScriptedProber(), stores, clock);
    }

    @Test
    void asksAgainUntilTheReserveIsSpentAndRefusesAfterThat() {
        ProbeRound round = started();
        Set<CheckId> all = all();

        assertThat(ids(round.confirm(SLOT, 1, all)))
                .containsExactly("vital", "cached", "rotating-0", "rotating-1");
        clock.advance(Duration.ofSeconds(10));
        assertThat(ids(round.confirm(SLOT, 2, all))).containsExactly("vital", "cached");
        clock.advance(Duration.ofSeconds(10));
        assertThat(ids(round.confirm(SLOT, 4, Set.of(new CheckId("vital")))))
                .containsExactly("vital");
        assertThat(ids(started().confirm(SLOT, 3, Set.of(new CheckId("vital"))))).isEmpty();
        assertThat(rounds.find(HERE, SLOT, 3)).isEmpty();
    }

    @Test
    void theReserveComesBackAfterTenMinutes() {
        ProbeRound round = started();
        round.confirm(SLOT, 1, all());
        clock.advance(Duration.ofMinutes(10));

        Slot later = Slot.containing(clock.instant(), MINUTE);
        assertThat(ids(round.confirm(later, 1, Set.of(new CheckId("vital")))))
                .containsExactly("vital");
    }

    @Test
    void aStartAsksWhatTheReserveAllowsBesideWhatIsDue() {
        assertThat(ids(started().runAll(SLOT)))
                .startsWith("vital", "cached", "rotating-0")
                .hasSize(3 + 3);
        clock.advance(MINUTE);
        assertThat(ids(started().runAll(SLOT.next())))
                .as("the next start has nothing left")
                .containsExactly("vital", "cached");
    }

    @Test
    void aStartLeavesWhatItTakesToConfirmAnOutage() {
        ProbeRound round = started();
        round.runAll(SLOT);
        clock.advance(MINUTE);
        Set<CheckId> vital = Set.of(new CheckId("vital"));

        assertThat(ids(round.confirm(SLOT.next(), 1, vital))).containsExactly("vital");
        assertThat(ids(round.confirm(SLOT.next(), 2, vital))).containsExactly("vital");
    }

    /** Everything fails, is asked again twice a minute, and the monitor starts again at random. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void noTenMinutesSeeMoreThanTheBudget(int seed) {
        Random random = new Random(seed);
        ProbeRound round = started();
        Slot slot = SLOT;
        for (int minute = 0; minute < 150; minute++) {
            clock.advance(Duration.ofMillis(random.nextInt(5_000)));
            if (random.nextInt(6) == 0) {
                round = started();
                round.runAll(slot);
            } else {
                round.run(slot);
            }
            round.confirm(slot, 1, all());
            clock.advance(Duration.ofSeconds(10));
            round.confirm(slot, 2, all());
            slot = slot.next();
            clock.advance(Duration.between(clock.instant(), slot.start()));
        }

        List<Instant> sent = sent(slot);
        assertThat(sent).hasSizeGreaterThan(200);
        for (Instant from : sent) {
            assertThat(sent)
                    .filteredOn(at -> !at.isBefore(from) && at.isBefore(from.plus(Budget.WINDOW)))
                    .hasSizeLessThanOrEqualTo(Budget.STANDARD.requests());
        }
    }

    private List<Instant> sent(Slot last) {
        List<Instant> sent = new ArrayList<>();
        for (Round round : rounds.list(HERE, new Interval(SLOT.start(), last.end()))) {
            for (Observation observation : round.observations()) {
                int requests = catalogue.find(observation.check()).orElseThrow().uncachedRequests();
                for (int i = 0; i < requests; i++) {
                    sent.add(round.started());
                }
            }
        }
        return sent;
    }

    private Set<CheckId> all() {
        return catalogue.checks().stream().map(Check::id).collect(Collectors.toSet());
    }

    private static List<String> ids(Round round) {
        return round.observations().stream().map(each -> each.check().value()).toList();
    }
}
