package weservstatus.lambda;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.check.Catalogue;
import weservstatus.check.LocationId;
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
 * review. A review reads all that lies in the table, so it does not matter what set it off.
 *
 * <p>A record whose round cannot be read is reported by its number after all others are done:
 * Lambda sends the stream again from there, and gives that record up after some tries. When the
 * look itself fails, no record is worse than another: the exception leaves, and Lambda sends the
 * whole batch again, in halves.
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
    private final Consumer<String> troubles;
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
        this.troubles = trouble -> ports.log(LogLine.trouble(clock.instant(), trouble));
        this.stores = ReviewStores.over(table, blobs, round -> troubles.accept(round.toString()));
        this.confirmer = ports.confirmer();
        this.standby = new Standby(blobs);
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
            Arrivals arrivals = Arrivals.read(event, stores.rounds(), troubles);
            look(event, arrivals, requestId, started);
            last.ifPresent(metrics::tell);
            pulse.beat(configuration.connections());
            return arrivals.failed().map(StreamReview::failedFrom).orElse(NONE_FAILED);
        } catch (RuntimeException e) {
            // What it was about may never come again: the next look is a review.
            kept = Optional.empty();
            throw e;
        }
    }

    /** What has Lambda send the stream again from the record of that number. */
    static String failedFrom(String number) {
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        answer.putArray("batchItemFailures").addObject().put("itemIdentifier", number);
        return answer.toString();
    }

    private void look(ReviewEvent event, Arrivals arrivals, String requestId, Instant started) {
        Reviewer reviewer = reviewer(configuration.current());
        boolean holds =
                !event.isSaid()
                        && arrivals.complete()
                        && reviewer.holding().holds(arrivals.rounds());
        if (!holds) {
            review(reviewer, event, requestId, started);
        } else {
            log(event, LogLine.ofRun("holds", requestId, started, clock.instant()));
        }
    }

    private void review(Reviewer reviewer, ReviewEvent event, String requestId, Instant started) {
        if (reviewer.review().isHeld()) {
            log(event, LogLine.ofRun("held", requestId, started, clock.instant()));
            return;
        }
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
                line.with("records", event.changes().size())
                        .with("rounds", event.rounds().size())
                        .text());
    }
}
