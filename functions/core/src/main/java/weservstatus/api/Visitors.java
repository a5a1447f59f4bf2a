package weservstatus.api;

import java.time.InstantSource;
import weservstatus.usecase.Subscriptions;

/** What visitors may do beyond reading, and how often. */
public final class Visitors {
    private static final int MOST_OF_ONE = 10;
    private static final int MOST_OF_ALL = 300;

    private final Subscriptions subscriptions;
    private final InstantSource clock;
    private final VisitorRate rate = new VisitorRate(MOST_OF_ONE, MOST_OF_ALL);

    public Visitors(Subscriptions subscriptions, InstantSource clock) {
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    Subscriptions subscriptions() {
        return subscriptions;
    }

    /** Whether one more request that sends a mail is taken; it counts if so. */
    boolean mayAsk(Request request) {
        return rate.allows(request, clock.instant());
    }
}
