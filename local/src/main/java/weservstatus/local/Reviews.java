package weservstatus.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import weservstatus.check.CheckId;
import weservstatus.check.LocationId;
import weservstatus.document.PublishedDocuments;
import weservstatus.usecase.Published;
import weservstatus.usecase.Review;

/**
 * Reviews and holds the newest documents in memory, so that a request reads no table. Deletes what
 * has expired once an hour.
 */
final class Reviews implements Supplier<Optional<PublishedDocuments>> {
    private static final Duration BETWEEN_PURGES = Duration.ofHours(1);

    private final Review review;
    private final Published published;
    private final Runnable purge;
    private final Tidings tidings;
    private volatile Optional<PublishedDocuments> newest;
    private Instant purged = Instant.EPOCH;

    Reviews(Review review, Published published, Runnable purge, Tidings tidings) {
        this.review = review;
        this.published = published;
        this.purge = purge;
        this.tidings = tidings;
        this.newest = published.get();
    }

    @Override
    public Optional<PublishedDocuments> get() {
        return newest;
    }

    /** The checks that the location must ask again now. */
    Set<CheckId> run(LocationId location, Instant now) {
        Review.Outcome outcome = review.run();
        newest = published.get();
        tidings.release(outcome.snapshot());
        if (purged.plus(BETWEEN_PURGES).isBefore(now)) {
            purged = now;
            purge.run();
        }
        return review.toConfirm(outcome, location);
    }
}
