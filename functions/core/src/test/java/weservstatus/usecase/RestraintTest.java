package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.CheckId;
import weservstatus.check.ComponentId;
import weservstatus.check.LocationId;
import weservstatus.check.Schedule;
import weservstatus.observe.Answer;
import weservstatus.observe.Attempt;
import weservstatus.observe.Exchange;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Finding;
import weservstatus.observe.Header;
import weservstatus.observe.Phases;
import weservstatus.observe.Result;
import weservstatus.observe.Round;
import weservstatus.store.InMemoryTable;
import weservstatus.store.TestClock;
import weservstatus.time.Slot;
import weservstatus.verdict.Scene;

/** Kept out, a location leaves the target alone, over restarts and confirm rounds. */
class RestraintTest {
    private static final LocationId HERE = new LocationId("here");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TestClock clock = new TestClock(Scene.START);
    private final InMemoryTable table = new InMemoryTable(clock);
    private final ScriptedProber prober = new ScriptedProber();
    private final Catalogue catalogue = catalogue();
    private Slot slot = new Slot(Scene.START, MINUTE);

    private static Catalogue catalogue() {
        Catalogue plain = Scene.at("here").component("pictures").catalogue();
        List<Check> checks = new ArrayList<>();
        checks.add(check("slower", CachePath.MISS, Duration.ofMinutes(2)));
        checks.add(check("new", CachePath.MISS, MINUTE));
        checks.add(check("home", CachePath.NONE, MINUTE));
        checks.add(check("cached", CachePath.HIT, MINUTE));
        return new Catalogue(
                plain.page(),
                plain.pace(),
                plain.locations(),
                plain.targets(),
                Optional.empty(),
                plain.groups(),
                plain.components(),
                checks);
    }

    private static Check check(String id, CachePath path, Duration every) {
        return Scene.check(
                id, new ComponentId("pictures"), new Schedule(every, 0), true, path, "/" + id);
    }

    @BeforeEach
    void blockNewPictures() {
        prober.when("new", () -> refused("new", 429, List.of()));
    }

    @Test
    void asksNothingUncachedForAMinuteThenOneRequest() {
        run(0);

        assertThat(run(1)).containsExactlyInAnyOrder("cached", "new");
        assertThat(run(2)).as("two minutes from then").containsExactly("cached");
        assertThat(run(3)).containsExactlyInAnyOrder("cached", "new");
        assertThat(run(4)).as("four minutes from then").containsExactly("cached");
        assertThat(run(6)).containsExactly("cached");
        assertThat(run(7)).containsExactlyInAnyOrder("cached", "new");
    }

    @Test
    void recordsWhatIsNotAskedAsBlocked() {
        run(0);
        run(1);
        advanceTo(2);

        Round round = round();

        assertThat(round.of(new CheckId("home")).orElseThrow().result()).isEqualTo(Result.BLOCKED);
        assertThat(round.of(new CheckId("home")).orElseThrow().failure().orElseThrow().message())
                .isEqualTo(
                        "Not asked: kept out before, nothing is asked before "
                                + Scene.START.plus(MINUTE.multipliedBy(3)));
        assertThat(round.of(new CheckId("cached")).orElseThrow().result()).isEqualTo(Result.PASSED);
    }

    @Test
    void obeysRetryAfter() {
        Header header = new Header("Retry-After", "240");
        prober.when("new", () -> refused("new", 429, List.of(header)));
        run(0);

        assertThat(run(3)).containsExactly("cached");
        assertThat(run(4)).containsExactlyInAnyOrder("cached", "new");
    }

    @Test
    void asksAllAgainOnceARequestCameThrough() {
        run(0);
        prober.when("new", () -> good("new"));

        assertThat(run(1)).containsExactlyInAnyOrder("cached", "new");
        assertThat(run(2)).containsExactlyInAnyOrder("cached", "new", "home", "slower");
    }

    @Test
    void asksNothingAtAllWhereCachedAnswersAreRefusedToo() {
        prober.when("cached", () -> refused("cached", 403, List.of()));
        run(0);
        run(1);

        assertThat(run(2)).isEmpty();
    }

    @Test
    void holdsConfirmRoundsToo() {
        run(0);
        prober.asked.clear();

        Round confirmed =
                restarted().confirm(slot, 1, Set.of(new CheckId("new"), new CheckId("home")));

        assertThat(prober.asked).isEmpty();
        assertThat(confirmed.observations())
                .hasSize(2)
                .allMatch(seen -> seen.result() == Result.BLOCKED);
    }

    @Test
    void writesNothingWhileAllIsWell() {
        prober.when("new", () -> good("new"));
        run(0);

        assertThat(ProbeStores.over(table).backOffs().find(HERE, Scene.TARGET)).isEmpty();
    }

    /** The checks that were asked in the round after so many minutes, by a process just started. */
    private List<String> run(int minute) {
        advanceTo(minute);
        prober.asked.clear();
        round();
        return List.copyOf(prober.asked);
    }

    private void advanceTo(int minute) {
        while (slot.start().isBefore(Scene.START.plus(MINUTE.multipliedBy(minute)))) {
            slot = slot.next();
        }
        clock.advance(Duration.between(clock.instant(), slot.start()));
    }

    private Round round() {
        return restarted().run(slot);
    }

    private ProbeRound restarted() {
        return new ProbeRound(catalogue, HERE, prober, ProbeStores.over(table), clock);
    }

    private static Attempt good(String check) {
        return attempt(check, 200, List.of());
    }

    private static Attempt refused(String check, int status, List<Header> headers) {
        return attempt(check, status, headers);
    }

    private static Attempt attempt(String check, int status, List<Header> headers) {
        Answer answer =
                new Answer(status, headers, new byte[0], "HTTP/1.1", "192.0.2.1", Optional.empty());
        Failure failure = Failure.of(FailureReason.STATUS, "Expected status 200");
        return new Attempt(
                new CheckId(check),
                new Exchange.Answered(
                        "GET",
                        URI.create("http://localhost/"),
                        List.of(),
                        Scene.START,
                        Phases.NONE,
                        false,
                        answer),
                List.of(
                        new Finding(
                                "status 200",
                                "status " + status,
                                status == 200 ? Optional.empty() : Optional.of(failure))));
    }
}
