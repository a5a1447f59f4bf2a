package weservstatus.send;

import java.time.Duration;
import java.util.Optional;

/** What came of one request to a receiver. */
sealed interface Reply {

    /**
     * The receiver answered.
     *
     * @param retryAfter how long it asks to be left alone
     * @param body the beginning of what it said
     */
    record Answered(int status, Optional<Duration> retryAfter, String body) implements Reply {
        boolean isGood() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * There was no answer.
     *
     * @param reason one sentence without the address
     */
    record Lost(String reason) implements Reply {}

    /** The receiver was not asked: it lies where the channel may not send to. */
    record Forbidden(String reason) implements Reply {}
}
