package weservstatus.lambda;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import weservstatus.check.Catalogue;
import weservstatus.check.LocationId;
import weservstatus.store.Blobs;
import weservstatus.store.ConfirmStore;
import weservstatus.store.Table;
import weservstatus.usecase.ConfirmEverywhere;
import weservstatus.usecase.Confirmer;
import weservstatus.usecase.Review;
import weservstatus.usecase.ReviewStores;
import weservstatus.usecase.Teller;

/**
 * One review for each batch of the stream. A review reads all that lies in the table, so it does
 * not matter which rounds set it off. When it fails, the exception leaves: Lambda then counts an
 * error, which an alarm sees, and sends the whole batch again. To report single records as failed
 * would hide the error and gain nothing, since no record is worse than another.
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
    private final Ports ports;
    private final InstantSource clock;
    private Optional<Reviewer> kept = Optional.empty();

    /** What reviews by one version of the configuration; it remembers the rounds it has read. */
    private record Reviewer(String version, Review review, ConfirmEverywhere confirm) {}

    StreamReview(Configuration configuration, Ports ports, InstantSource clock) {
        Blobs blobs = ports.blobs();
        this.configuration = configuration;
        this.table = ports.table();
        this.stores = ReviewStores.over(table, blobs);
        this.confirmer = ports.confirmer();
        this.standby = new Standby(blobs);
        this.metrics =
                new MinuteMetrics(
                        ports.metrics(),
                        clock,
                        trouble -> ports.log(LogLine.trouble(clock.instant(), trouble)));
        this.ports = ports;
        this.clock = clock;
    }

    /** Returns what Lambda is to be answered. */
    String run(ReviewEvent event, String requestId) {
        Instant started = clock.instant();
        if (event.rounds().isEmpty()) {
            log(event, LogLine.ofRun("review", requestId, started, clock.instant()));
            return NONE_FAILED;
        }
        Reviewer reviewer = reviewer(configuration.current());
        Review.Outcome outcome = reviewer.review().run();
        Map<LocationId, Boolean> asked = reviewer.confirm().run(outcome);
        standby.publish(outcome.snapshot());
        metrics.tell(outcome.snapshot());
        log(event, line(requestId, started, outcome, asked));
        return NONE_FAILED;
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
                        clock));
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
