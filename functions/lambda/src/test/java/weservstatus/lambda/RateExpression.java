package weservstatus.lambda;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A schedule such as {@code rate(5 minutes)}, read by the rules of EventBridge Scheduler. */
record RateExpression(Duration every) {
    private static final Pattern RATE =
            Pattern.compile("rate\\(([1-9]\\d{0,8}) (minute|hour|day)(s?)\\)");

    /** Absent where the scheduler would refuse it: the unit is plural unless the number is 1. */
    static Optional<RateExpression> read(String text) {
        Matcher rate = RATE.matcher(text);
        if (!rate.matches() || rate.group(1).equals("1") != rate.group(3).isEmpty()) {
            return Optional.empty();
        }
        long number = Long.parseLong(rate.group(1));
        return Optional.of(
                new RateExpression(
                        switch (rate.group(2)) {
                            case "minute" -> Duration.ofMinutes(number);
                            case "hour" -> Duration.ofHours(number);
                            default -> Duration.ofDays(number);
                        }));
    }
}
