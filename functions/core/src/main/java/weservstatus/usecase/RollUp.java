package weservstatus.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import weservstatus.check.Catalogue;
import weservstatus.store.ReviewStore.Versioned;
import weservstatus.store.Table;

/**
 * Finishes, once an hour, what reviews have counted: days that nothing can change any more become
 * one object and a link of the chain, months that ended three days ago are frozen, and days that no
 * published figure uses any more go. Running it again changes nothing, neither in the same hour nor
 * after a run that did not end well; an hour that was left out is made up for by the next.
 */
public final class RollUp {
    private static final String PARTITION = "rollup";

    /** How long it is remembered that an hour was done. */
    private static final Duration KEPT = Duration.ofDays(8);

    private final Catalogue catalogue;
    private final ReviewStores stores;
    private final Count count;
    private final InstantSource clock;

    public RollUp(Catalogue catalogue, ReviewStores stores, InstantSource clock) {
        this.catalogue = catalogue;
        this.stores = stores;
        this.count = new Count(catalogue, stores);
        this.clock = clock;
    }

    /**
     * Does the hour in which the moment lies.
     *
     * @return false, and nothing changed, when it was done before, nothing has been counted yet, or
     *     an import is under way
     */
    public boolean run(Instant moment) {
        Table.Key key = new Table.Key(PARTITION, moment.truncatedTo(ChronoUnit.HOURS).toString());
        Optional<ReviewState> counted = stores.state().find().map(Versioned::state);
        if (counted.isEmpty() || stores.table().get(key).isPresent()) {
            return false;
        }
        Instant now = clock.instant();
        if (stores.imports().find().filter(last -> last.isUnderWay(now)).isPresent()) {
            return false;
        }
        Eras eras = Eras.of(catalogue, counted, stores.definitions(), now);
        count.finish(count.firstOpenHour(counted, eras, now), now);
        Optional<Instant> expires = Optional.of(now.plus(KEPT));
        return stores.table().put(new Table.Item(key, "{}", 0, expires), Table.Condition.ABSENT);
    }
}
