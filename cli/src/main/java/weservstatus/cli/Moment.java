package weservstatus.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people type them at night. */
final class Moment {
    private static final Pattern FROM_NOW = Pattern.compile("([+-])(\\d{1,5})([mhd])");

    private Moment() {}

    /** RFC 3339 with any offset, {@code now}, or a step from now: {@code -20m}, {@code +2h}. */
    static Optional<Instant> of(String text, Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        Matcher step = FROM_NOW.matcher(text);
        if (step.matches()) {
            Duration length = length(Long.parseLong(step.group(2)), step.group(3));
            return Optional.of(
                    step.group(1).equals("-") ? second.minus(length) : second.plus(length));
        }
        try {
            return Optional.of(
                    text.equals("now") ? second : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration length(long count, String unit) {
        return switch (unit) {
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
