package weservstatus.verdict;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import weservstatus.observe.Answer;

/** What an answer says about when to come again (RFC 9110, section 10.2.3). */
public final class RetryAfter {
    private RetryAfter() {}

    /** Seconds or a date; nothing where it is missing, past or neither. */
    public static Optional<Duration> of(Answer answer, Instant now) {
        return answer.header("Retry-After")
                .map(String::strip)
                .flatMap(text -> text.matches("\\d{1,9}") ? seconds(text) : until(text, now));
    }

    private static Optional<Duration> seconds(String text) {
        return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }

    private static Optional<Duration> until(String text, Instant now) {
        try {
            Instant then = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
            return Optional.of(Duration.between(now, then)).filter(wait -> !wait.isNegative());
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
