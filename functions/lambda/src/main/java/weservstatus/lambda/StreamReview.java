package weservstatus.lambda;

import java.time.Instant;
import java.time.InstantSource;
import weservstatus.status.StatusSnapshot;
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

    private final Configuration configuration;
    private final ReviewStores stores;
    private final Teller teller;
    private final Ports ports;
    private final InstantSource clock;

    StreamReview(Configuration configuration, Ports ports, InstantSource clock) {
        this.configuration = configuration;
        this.stores = ReviewStores.over(ports.table(), ports.blobs());
        this.teller = ports.teller();
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
        Review review = new Review(configuration.current(), stores, teller, clock);
        StatusSnapshot snapshot = review.run().snapshot();
        LogLine line = LogLine.ofRun("review", requestId, started, clock.instant());
        snapshot.dataThrough().ifPresent(through -> line.with("dataThrough", through.toString()));
        log(event, line.with("status", snapshot.status().label()));
        return NONE_FAILED;
    }

    private void log(ReviewEvent event, LogLine line) {
        ports.log(
                line.with("records", event.records()).with("rounds", event.rounds().size()).text());
    }
}
