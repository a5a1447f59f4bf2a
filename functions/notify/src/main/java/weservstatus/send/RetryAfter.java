package weservstatus.send;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a receiver asks to be left alone: the header of RFC 9110 section 10.2.3, in seconds or
 * as a date, or the field {@code retry_after} in seconds, as Telegram and Discord write it into
 * their JSON.
 */
final class RetryAfter {
    /** A receiver cannot silence us for longer. */
    private static final Duration LONGEST = Duration.ofHours(6);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
    private static final Pattern FIELD =
            Pattern.compile("\"retry_after\"\\s*:\\s*(\\d{1,9})(?:\\.\\d+)?");

    private RetryAfter() {}

    static Optional<Duration> of(Optional<String> header, String body, Instant now) {
        return header.map(String::strip)
                .flatMap(text -> read(text, now))
                .or(() -> field(body))
                .map(time -> time.isNegative() ? Duration.ZERO : time)
                .map(time -> time.compareTo(LONGEST) > 0 ? LONGEST : time);
    }

    private static Optional<Duration> read(String text, Instant now) {
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            var date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(now, date.toInstant()));
        } catch (DateTimeParseException notOne) {
            return Optional.empty();
        }
    }

    /** A begun second counts as a whole one. */
    private static Optional<Duration> field(String body) {
        Matcher field = FIELD.matcher(body);
        return field.find()
                ? Optional.of(Duration.ofSeconds(Long.parseLong(field.group(1)) + 1))
                : Optional.empty();
    }
}
