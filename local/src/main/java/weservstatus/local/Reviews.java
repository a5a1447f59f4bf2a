package weservstatus.local;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
 * Reviews and holds the newest documents in memory, so that a request reads no table. Finishes days
 * and deletes what has expired once an hour.
 */
final class Reviews implements Supplier<Optional<PublishedDocuments>> {
    private final Review review;
    private final Published published;
    private final Consumer<Instant> hourly;
    private final Tidings tidings;
    private volatile Optional<PublishedDocuments> newest;
    private Instant done = Instant.EPOCH;

    /**
     * @param hourly called after the first review of each hour of the clock
     */
    Reviews(Review review, Published published, Consumer<Instant> hourly, Tidings tidings) {
        this.review = review;
        this.published = published;
        this.hourly = hourly;
        this.tidings = tidings;
        this.newest = published.get();
    }

    @Override
    public Optional<PublishedDocuments> get() {
        return newest;
    }

    /** The checks that the location must ask again now; none while an import holds reviews. */
    Set<CheckId> run(LocationId location, Instant now) {
        if (review.isHeld()) {
            return Set.of();
        }
        Review.Outcome outcome = review.run();
        newest = published.get();
        tidings.release(outcome.snapshot());
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        if (!hour.equals(done)) {
            done = hour;
            hourly.accept(now);
        }
        return review.toConfirm(outcome, location);
    }
}
