package weservstatus.notify;

import java.time.Instant;

/**
 * One message that is still to be sent to one receiver.
 *
 * @param thread messages of one thread reach a receiver in their order
 * @param order by which the messages of a thread are sorted
 * @param queued when it was due first
 * @param due not sent before then; moved on before each attempt, so that an attempt that breaks off
 *     is repeated
 * @param tried how often it was tried
 */
public record Pending(
        MessageId message,
        Receiver receiver,
        String thread,
        String order,
        Instant queued,
        Instant due,
        int tried) {

    /** The same, to be looked at again then, after one more attempt. */
    public Pending again(Instant then) {
        return new Pending(message, receiver, thread, order, queued, then, tried + 1);
    }

    /** The same for somebody else. */
    public Pending to(Receiver other) {
        return new Pending(message, other, thread, order, queued, due, tried);
    }

    /** The same, held by whoever tries it until then. */
    public Pending claimed(Instant until) {
        return new Pending(message, receiver, thread, order, queued, until, tried);
    }
}
