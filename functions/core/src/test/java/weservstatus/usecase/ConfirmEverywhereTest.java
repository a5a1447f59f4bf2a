package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.Location;
import weservstatus.check.LocationId;
import weservstatus.observe.Answer;
import weservstatus.observe.Attempt;
import weservstatus.observe.Exchange;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Finding;
import weservstatus.observe.Phase;
import weservstatus.observe.Phases;
import weservstatus.store.ConfirmStore;
import weservstatus.store.InMemoryBlobs;
import weservstatus.store.InMemoryTable;
import weservstatus.store.TestClock;
import weservstatus.time.Slot;
import weservstatus.verdict.ComponentStatus;
import weservstatus.verdict.Scene;

/** Five places that share one table, each with rounds of its own. */
class ConfirmEverywhereTest {
    private static final URI URL = URI.create("http://localhost/");

    private final TestClock clock = new TestClock(Scene.START);
    private final InMemoryTable table = new InMemoryTable(clock);
    private final Catalogue catalogue =
            Scene.at("a", "b", "c", "d", "e")
                    .component("pictures")
                    .vital("made", CachePath.MISS)
                    .catalogue();
    private final Review review =
            new Review(
                    catalogue,
                    ReviewStores.over(table, new InMemoryBlobs()),
                    Teller.of(change -> {}, change -> {}),
                    clock);
    private final Map<LocationId, ProbeRound> places = new HashMap<>();
    private final Set<LocationId> failing = Collections.synchronizedSet(new HashSet<>());
    private final List<Confirmer.Order> orders = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void allIsWellForAMinute() {
        for (Location place : catalogue.locations()) {
            Prober prober =
                    Prober.of(
                            (check, target, limit) -> attempt(place.id(), check),
                            (url, limit) -> {
                                throw new AssertionError("no control is configured");
                            });
            places.put(
                    place.id(),
                    new ProbeRound(catalogue, place.id(), prober, ProbeStores.over(table), clock));
            probe(place.id());
            clock.advance(Duration.ofSeconds(12));
        }
    }

    @Test
    void aDeadServiceIsToldAfterOneLookOfOneAndOneRepeatOfAll() {
        failing.addAll(places.keySet());
        probe(at("a"));
        clock.advance(Duration.ofSeconds(1));
        Review.Outcome doubt = review.run();
        assertThat(doubt.snapshot().status()).isEqualTo(ComponentStatus.OPERATIONAL);

        assertThat(everywhere().run(doubt))
                .hasSize(5)
                .allSatisfy((place, answered) -> assertThat(answered).isTrue());

        assertThat(review.run().snapshot().status()).isEqualTo(ComponentStatus.MAJOR_OUTAGE);
    }

    @Test
    void eachRepeatIsAskedForOnceHoweverManyReviewsFindItDue() {
        failing.add(at("a"));
        probe(at("a"));
        clock.advance(Duration.ofSeconds(1));
        Review.Outcome doubt = review.run();

        everywhere().run(doubt);
        assertThat(everywhere().run(doubt)).as("another review at the same moment").isEmpty();
        assertThat(everywhere().run(review.run())).as("too soon for another repeat").isEmpty();
        assertThat(orders).hasSize(5);

        clock.advance(Duration.ofSeconds(9));
        assertThat(everywhere().run(review.run())).containsOnlyKeys(at("a"));
        assertThat(orders.getLast().number()).isEqualTo(2);
        assertThat(everywhere().run(review.run())).as("two repeats are enough").isEmpty();
        assertThat(review.run().snapshot().status()).isEqualTo(ComponentStatus.OPERATIONAL);
    }

    @Test
    void nobodyWaitsForAPlaceThatDoesNotAnswer() {
        failing.addAll(places.keySet());
        probe(at("a"));
        clock.advance(Duration.ofSeconds(1));
        Review.Outcome doubt = review.run();
        CountDownLatch never = new CountDownLatch(1);
        Confirmer some =
                order -> {
                    if (order.location().equals(at("b"))) {
                        hang(never);
                    }
                    if (order.location().equals(at("c"))) {
                        throw new IllegalStateException("no such function");
                    }
                    ask(order);
                };

        Map<LocationId, Boolean> answered = everywhere(some, Duration.ofSeconds(2)).run(doubt);

        assertThat(answered)
                .containsEntry(at("b"), false)
                .containsEntry(at("c"), false)
                .containsEntry(at("d"), true);
        assertThat(everywhere().run(doubt)).as("not again at this moment").isEmpty();

        clock.advance(Duration.ofSeconds(9));
        everywhere(some, Duration.ofSeconds(2)).run(review.run());
        assertThat(review.run().snapshot().status()).isEqualTo(ComponentStatus.MAJOR_OUTAGE);
    }

    @Test
    void asksNobodyWhileAllIsWell() {
        probe(at("a"));

        assertThat(everywhere().run(review.run())).isEmpty();
        assertThat(orders).isEmpty();
    }

    private static void hang(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("not waited for", e);
        }
    }

    private ConfirmEverywhere everywhere() {
        return everywhere(this::ask, ConfirmEverywhere.PATIENCE);
    }

    private ConfirmEverywhere everywhere(Confirmer confirmer, Duration patience) {
        return new ConfirmEverywhere(
                catalogue, new ConfirmStore(table), confirmer, patience, clock);
    }

    private void ask(Confirmer.Order order) {
        orders.add(order);
        place(order.location()).confirm(order.slot(), order.number(), order.checks());
    }

    private void probe(LocationId location) {
        place(location).run(Slot.containing(clock.instant(), catalogue.pace().round()));
    }

    private ProbeRound place(LocationId location) {
        return Optional.ofNullable(places.get(location)).orElseThrow();
    }

    private static LocationId at(String place) {
        return new LocationId(place);
    }

    private Attempt attempt(LocationId place, Check check) {
        Instant now = clock.instant();
        if (failing.contains(place)) {
            Failure failure =
                    Failure.in(Phase.FIRST_BYTE, FailureReason.TIMEOUT, "no answer in 10 s");
            return new Attempt(
                    check.id(),
                    new Exchange.Broken("GET", URL, List.of(), now, Phases.NONE, false, failure),
                    List.of());
        }
        Answer answer =
                new Answer(200, List.of(), new byte[0], "HTTP/1.1", "127.0.0.1", Optional.empty());
        return new Attempt(
                check.id(),
                new Exchange.Answered("GET", URL, List.of(), now, Phases.NONE, false, answer),
                List.of(new Finding("status 200", "200", Optional.empty())));
    }
}
