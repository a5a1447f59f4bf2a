package weservstatus.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import weservstatus.check.CheckId;
import weservstatus.check.LocationId;
import weservstatus.document.PublishedDocuments;
import weservstatus.usecase.Published;
import weservstatus.usecase.Review;

/**
 * Reviews and holds the newest documents in memory, so that a request reads no table. Says what the
 * first review found, and deletes what has expired once an hour.
 */
final class Reviews implements Supplier<Optional<PublishedDocuments>> {
    private static final Duration BETWEEN_PURGES = Duration.ofHours(1);

    private final Review review;
    private final Published published;
    private final Runnable purge;
    private final Consumer<String> notes;
    private volatile Optional<PublishedDocuments> newest;
    private Instant purged = Instant.EPOCH;
    private boolean first = true;

    Reviews(Review review, Published published, Runnable purge, Consumer<String> notes) {
        this.review = review;
        this.published = published;
        this.purge = purge;
        this.notes = notes;
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
        if (first) {
            first = false;
            notes.accept("first result: " + outcome.snapshot().status().label());
        }
        if (purged.plus(BETWEEN_PURGES).isBefore(now)) {
            purged = now;
            purge.run();
        }
        return review.toConfirm(outcome, location);
    }
}
