package weservstatus.api;

import java.util.Optional;
import java.util.function.Function;
import weservstatus.usecase.Subscriptions;
import weservstatus.usecase.VisitorLimits;
import weservstatus.usecase.Wishes;

/** What visitors may do beyond reading, and how often. */
public final class Visitors {
    private final Wishes wishes;
    private final Optional<Subscriptions> subscriptions;
    private final VisitorLimits limits;
    private final Function<Request, String> visitor;

    private Visitors(
            Wishes wishes,
            Optional<Subscriptions> subscriptions,
            VisitorLimits limits,
            Function<Request, String> visitor) {
        this.wishes = wishes;
        this.subscriptions = subscriptions;
        this.limits = limits;
        this.visitor = visitor;
    }

    /**
     * What visitors do where our own mails tell them.
     *
     * @param visitor who asks, as far as that can be known
     */
    public static Operations<Visitors> byMail(
            Subscriptions subscriptions, VisitorLimits limits, Function<Request, String> visitor) {
        return new Operations<>(
                VisitorSubscriptions.ALL,
                new Visitors(subscriptions, Optional.of(subscriptions), limits, visitor));
    }

    /** The same where somebody else tells them, asks them and lets them go. */
    public static Operations<Visitors> byOthers(
            Wishes wishes, VisitorLimits limits, Function<Request, String> visitor) {
        return new Operations<>(
                VisitorSubscriptions.WISH, new Visitors(wishes, Optional.empty(), limits, visitor));
    }

    Wishes wishes() {
        return wishes;
    }

    /**
     * Where our own mails tell visitors.
     *
     * @throws java.util.NoSuchElementException elsewhere
     */
    Subscriptions subscriptions() {
        return subscriptions.orElseThrow();
    }

    /** Whether one more request that sends a mail is taken; it counts if so. */
    boolean mayAsk(Request request) {
        return limits.mayAsk(visitor.apply(request));
    }
}
