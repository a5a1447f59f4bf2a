package weservstatus.notify;

import java.util.Optional;
import weservstatus.text.ShortId;

/** To whom one message goes. */
public sealed interface Receiver {

    /** A channel of the owner. */
    record OfChannel(ChannelId channel) implements Receiver {}

    /**
     * All visitors who subscribed: each gets a message of their own.
     *
     * @param after the subscription up to which this was done, empty at the beginning
     */
    record OfSubscribers(String after) implements Receiver {
        public static final OfSubscribers ALL = new OfSubscribers("");
    }

    /** A visitor who subscribed. */
    record OfSubscriber(String subscription) implements Receiver {
        public OfSubscriber {
            ShortId.require(subscription);
        }
    }

    /** A visitor who asked to be told, and is asked back whether that is so. */
    record OfApplicant(String subscription) implements Receiver {
        public OfApplicant {
            ShortId.require(subscription);
        }
    }

    /** Whether it is the visitor of this subscription. */
    default boolean concerns(String id) {
        return switch (this) {
            case OfChannel ignored -> false;
            case OfSubscribers ignored -> false;
            case OfSubscriber one -> one.subscription().equals(id);
            case OfApplicant one -> one.subscription().equals(id);
        };
    }

    /** As it is written down, such as {@code channel/pager}. */
    default String label() {
        return switch (this) {
            case OfChannel one -> "channel/" + one.channel();
            case OfSubscribers all -> "subscribers/" + all.after();
            case OfSubscriber one -> "subscriber/" + one.subscription();
            case OfApplicant one -> "applicant/" + one.subscription();
        };
    }

    /** Reads {@link #label}. */
    static Optional<Receiver> find(String label) {
        int slash = label.indexOf('/');
        String id = label.substring(slash + 1);
        return switch (slash < 0 ? "" : label.substring(0, slash)) {
            case "channel" -> Optional.of(new OfChannel(new ChannelId(id)));
            case "subscribers" -> Optional.of(new OfSubscribers(id));
            case "subscriber" -> Optional.of(new OfSubscriber(id));
            case "applicant" -> Optional.of(new OfApplicant(id));
            default -> Optional.empty();
        };
    }
}
