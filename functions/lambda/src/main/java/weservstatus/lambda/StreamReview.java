package weservstatus.lambda;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import weservstatus.check.Catalogue;
import weservstatus.check.LocationId;
import weservstatus.observe.Round;
import weservstatus.status.StatusSnapshot;
import weservstatus.store.Blobs;
import weservstatus.store.ConfirmStore;
import weservstatus.store.Table;
import weservstatus.usecase.ConfirmEverywhere;
import weservstatus.usecase.Confirmer;
import weservstatus.usecase.Holding;
import weservstatus.usecase.Review;
import weservstatus.usecase.ReviewStores;
import weservstatus.usecase.Teller;

/**
 * One look at each batch of the stream: while all is well, whether the snapshot holds still; else a
 * review. A review reads all that lies in the table, so it does not matter what set it off. When it
 * fails, the exception leaves: Lambda then counts an error, which an alarm sees, and sends the
 * whole batch again. To report single records as failed would hide the error and gain nothing,
 * since no record is worse than another.
 */
final class StreamReview {
    static final String NONE_FAILED = "{\"batchItemFailures\":[]}";

    /** People are told by the outbox, in which a review puts what is to be told. */
    private static final Teller SILENT = Teller.of(change -> {}, change -> {});

    private final Configuration configuration;
    private final Table table;
    private final ReviewStores stores;
    private final Confirmer confirmer;
    private final Standby standby;
    private final MinuteMetrics metrics;
    private final MinutePulse pulse;
    private final Ports ports;
    private final InstantSource clock;
    private Optional<Reviewer> kept = Optional.empty();
    private Optional<StatusSnapshot> last = Optional.empty();

    /** What reviews by one version of the configuration; it remembers the rounds it has read. */
    private record Reviewer(
            String version, Review review, ConfirmEverywhere confirm, Holding holding) {}

    StreamReview(Configuration configuration, Ports ports, InstantSource clock) {
        Blobs blobs = ports.blobs();
        this.configuration = configuration;
        this.table = ports.table();
        this.stores = ReviewStores.over(table, blobs);
        this.confirmer = ports.confirmer();
        this.standby = new Standby(blobs);
        Consumer<String> troubles = trouble -> ports.log(LogLine.trouble(clock.instant(), trouble));
        this.metrics = new MinuteMetrics(ports.metrics(), clock, troubles);
        this.pulse = new MinutePulse(ports, clock, troubles);
        this.ports = ports;
        this.clock = clock;
    }

    /** Returns what Lambda is to be answered. */
    String run(ReviewEvent event, String requestId) {
        Instant started = clock.instant();
        if (event.isEmpty()) {
            log(event, LogLine.ofRun("review", requestId, started, clock.instant()));
            return NONE_FAILED;
        }
        try {
            look(event, requestId, started);
        } catch (RuntimeException e) {
            // What it was about may never come again: the next look is a review.
            kept = Optional.empty();
            throw e;
        }
        last.ifPresent(metrics::tell);
        pulse.beat(configuration.connections());
        return NONE_FAILED;
    }

    private void look(ReviewEvent event, String requestId, Instant started) {
        Reviewer reviewer = reviewer(configuration.current());
        boolean holds = holds(reviewer, event);
        if (!holds) {
            review(reviewer, event, requestId, started);
        } else {
            log(event, LogLine.ofRun("holds", requestId, started, clock.instant()));
        }
    }

    /** Whether the last snapshot holds with what the event tells of. */
    private boolean holds(Reviewer reviewer, ReviewEvent event) {
        if (event.said() > 0) {
            return false;
        }
        List<Round> arrived =
                event.rounds().stream().flatMap(key -> stores.rounds().find(key).stream()).toList();
        return arrived.size() == event.rounds().size() && reviewer.holding().holds(arrived);
    }

    private void review(Reviewer reviewer, ReviewEvent event, String requestId, Instant started) {
        Review.Outcome outcome = reviewer.review().run();
        Map<LocationId, Boolean> asked = reviewer.confirm().run(outcome);
        standby.publish(outcome.snapshot());
        reviewer.holding().begin(outcome);
        last = Optional.of(outcome.snapshot());
        log(event, line(requestId, started, outcome, asked));
    }

    private Reviewer reviewer(Catalogue catalogue) {
        Reviewer current =
                kept.filter(last -> last.version().equals(configuration.version()))
                        .orElseGet(() -> reviewerOf(catalogue));
        kept = Optional.of(current);
        return current;
    }

    private Reviewer reviewerOf(Catalogue catalogue) {
        return new Reviewer(
                configuration.version(),
                new Review(offering(catalogue), stores, SILENT, clock),
                new ConfirmEverywhere(
                        catalogue,
                        new ConfirmStore(table),
                        confirmer,
                        ConfirmEverywhere.PATIENCE,
                        clock),
                new Holding(catalogue, stores.snapshots(), clock));
    }

    /** There is a topic at least that visitors can subscribe to. */
    private static Catalogue offering(Catalogue catalogue) {
        return catalogue.withPage(catalogue.page().offering(true));
    }

    private LogLine line(
            String requestId,
            Instant started,
            Review.Outcome outcome,
            Map<LocationId, Boolean> asked) {
        LogLine line =
                LogLine.ofRun("review", requestId, started, clock.instant())
                        .with("configuration", configuration.version());
        outcome.snapshot()
                .dataThrough()
                .ifPresent(through -> line.with("dataThrough", through.toString()));
        if (!asked.isEmpty()) {
            line.with("asked", asked.size());
            line.with("deaf", asked.values().stream().filter(heard -> !heard).count());
        }
        return line.with("status", outcome.snapshot().status().label());
    }

    private void log(ReviewEvent event, LogLine line) {
        ports.log(
                line.with("records", event.records()).with("rounds", event.rounds().size()).text());
    }
}
