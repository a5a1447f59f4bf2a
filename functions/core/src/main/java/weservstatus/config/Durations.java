package weservstatus.config;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Durations as owners write them: a whole number and a unit, such as {@code 10s}. */
public final class Durations {
    private static final String SYNTAX = "(\\d{1,9})(ms|s|m|h|d)";
    private static final Pattern PATTERN = Pattern.compile(SYNTAX);

    private Durations() {}

    static Reader<Duration> any() {
        return new Scalar<>(
                Set.of(Tag.STR),
                Durations::parse,
                new Refusal(
                        "is not a duration", "write a number and ms, s, m, h or d, such as 10s"),
                Map.of("type", "string", "pattern", "^[0-9]{1,9}(ms|s|m|h|d)$"));
    }

    /** From {@code least} to {@code most}, both included. */
    static Reader<Duration> between(Duration least, Duration most) {
        String range = "from " + format(least) + " to " + format(most);
        return any().where(
                        value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
                        new Refusal("is out of range", "write a duration " + range),
                        Map.of());
    }

    static Optional<Duration> parse(String text) {
        Matcher matcher = PATTERN.matcher(text);
        return matcher.matches()
                ? Optional.of(of(Long.parseLong(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    private static Duration of(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    /** The shortest text that {@link #parse} reads as this duration of whole milliseconds. */
    public static String format(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 1000 != 0) {
            return millis + "ms";
        }
        long seconds = millis / 1000;
        if (seconds % 60 != 0 || seconds == 0) {
            return seconds + "s";
        }
        long minutes = seconds / 60;
        if (minutes % 60 != 0) {
            return minutes + "m";
        }
        long hours = minutes / 60;
        return hours % 24 == 0 ? hours / 24 + "d" : hours + "h";
    }
}
