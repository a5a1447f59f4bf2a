package weservstatus.notify;

import weservstatus.text.ShortId;

/**
 * Identity of a message: 12 of {@code a-z0-9}. Every repeat of the same message carries the same
 * one, to every channel, so that a receiver can tell repeats.
 */
public record MessageId(String value) {
    public MessageId {
        ShortId.require(value);
    }

    /**
     * The id of what is said once of something.
     *
     * @param about what it is about, such as the kind and id of an incident
     * @param event what happened
     * @param which tells this saying from others of the same event, such as the id of an update
     */
    public static MessageId of(String about, Event event, String which) {
        return new MessageId(ShortId.of("message", about + "/" + event.label() + "/" + which));
    }

    @Override
    public String toString() {
        return value;
    }
}
