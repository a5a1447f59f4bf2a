package weservstatus.notify;

import java.time.Duration;
import java.util.Optional;

/** What became of one attempt to send. Reasons are for people and hold no secret. */
public sealed interface Delivery {

    /** The receiver has it. */
    record Sent() implements Delivery {}

    /**
     * The receiver will never take it, such as a bad address or a 4xx: it is not tried again.
     *
     * @param reason one sentence
     */
    record Refused(String reason) implements Delivery {}

    /**
     * It may go through later: a time-out, a reset, 429 or 5xx.
     *
     * @param reason one sentence
     * @param retryAfter how long the receiver asks to be left alone
     */
    record Failed(String reason, Optional<Duration> retryAfter) implements Delivery {}

    Delivery SENT = new Sent();
}
