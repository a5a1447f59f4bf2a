package weservstatus.send;

import java.util.Optional;
import java.util.Set;
import weservstatus.notify.Delivery;
import weservstatus.text.CleanText;

/** Says what an answer means for the message: sent, worth another try, or refused for good. */
final class Replies {
    /** Of the 4xx those that say "later": time-out, too early, too many. */
    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    private static final int MOST_WORDS = 200;

    private Replies() {}

    static Delivery delivery(Reply reply, Redaction redaction) {
        return switch (reply) {
            case Reply.Answered answer when answer.isGood() -> Delivery.SENT;
            case Reply.Answered answer when isLater(answer.status()) ->
                    new Delivery.Failed(words(answer, redaction), answer.retryAfter());
            case Reply.Answered answer -> new Delivery.Refused(words(answer, redaction));
            case Reply.Lost(String reason) -> new Delivery.Failed(reason, Optional.empty());
            case Reply.Forbidden(String reason) -> new Delivery.Refused(reason);
        };
    }

    private static boolean isLater(int status) {
        return status >= 500 || LATER.contains(status);
    }

    private static String words(Reply.Answered answer, Redaction redaction) {
        if (answer.status() >= 300 && answer.status() < 400) {
            return "the receiver redirects (" + answer.status() + "), which is not followed";
        }
        String said = redaction.of(CleanText.line(answer.body()));
        String cut =
                said.codePoints()
                        .limit(MOST_WORDS)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        return "the receiver answered " + answer.status() + (cut.isEmpty() ? "" : ": " + cut);
    }
}
