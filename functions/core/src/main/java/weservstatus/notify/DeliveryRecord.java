package weservstatus.notify;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * What became of one message and one receiver, for whoever asks why nothing came.
 *
 * @param event what the message told
 * @param title of the message
 * @param end how it ended
 * @param reason one sentence, empty where all went well
 * @param tried how often it was sent
 * @param at when that was known
 */
public record DeliveryRecord(
        MessageId message,
        Receiver receiver,
        Event event,
        String title,
        End end,
        String reason,
        int tried,
        Instant at) {

    /** How it ended. */
    public enum End {
        SENT("sent"),
        /** The receiver does not take it. */
        REFUSED("refused"),
        /** It was tried for too long. */
        GIVEN_UP("given_up"),
        /** A rule kept it back. */
        HELD("held");

        private final String label;

        End(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public static Optional<End> find(String label) {
            return Arrays.stream(values()).filter(end -> end.label.equals(label)).findFirst();
        }
    }
}
