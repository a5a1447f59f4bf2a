package weservstatus.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import weservstatus.check.Pace;

/** Rounds, waits and the intervals of checks must fit into each other. */
final class PaceRules {
    private PaceRules() {}

    static void apply(Section pace, Reading reading) {
        Optional<Duration> round = pace.find(StatusFields.ROUND);
        if (round.isEmpty()) {
            return;
        }
        String length = "a round of " + Durations.format(round.get());
        boolean wholeSeconds = round.get().toMillis() % 1000 == 0;
        if (!wholeSeconds || Duration.ofHours(1).toMillis() % round.get().toMillis() != 0) {
            reading.refuse(
                    pace.spotOf(StatusFields.ROUND),
                    "an hour is not a whole number of rounds of " + Durations.format(round.get()),
                    "write such as 10s, 30s, 1m or 5m");
        }
        if (pace.find(StatusFields.CONFIRM_AFTER)
                .filter(d -> d.compareTo(round.get()) >= 0)
                .isPresent()) {
            reading.refuse(
                    pace.spotOf(StatusFields.CONFIRM_AFTER),
                    "confirmAfter is not shorter than " + length,
                    "write a shorter one");
        }
        if (pace.find(StatusFields.STALE_AFTER)
                .filter(d -> d.compareTo(round.get()) <= 0)
                .isPresent()) {
            reading.refuse(
                    pace.spotOf(StatusFields.STALE_AFTER),
                    "staleAfter is not longer than " + length,
                    "write two rounds or more");
        }
    }

    /** No check may ask for less than a round, or outlast one. */
    static void applyToChecks(Section root, Reading reading) {
        boolean broken = root.has(StatusFields.PACE) && round(root).isEmpty();
        if (broken) {
            return;
        }
        Duration round = round(root).orElse(Pace.STANDARD.round());
        root.find(StatusFields.DEFAULTS).ifPresent(each -> fit(each, round, reading));
        root.orElse(StatusFields.CHECKS, List.of()).forEach(each -> fit(each, round, reading));
    }

    private static Optional<Duration> round(Section root) {
        return root.find(StatusFields.PACE).flatMap(pace -> pace.find(StatusFields.ROUND));
    }

    private static void fit(Section check, Duration round, Reading reading) {
        String length = "a round, " + Durations.format(round);
        if (check.find(CheckFields.EVERY).filter(d -> d.compareTo(round) < 0).isPresent()) {
            reading.refuse(
                    check.spotOf(CheckFields.EVERY),
                    check.spotOf(CheckFields.EVERY).shown() + " is shorter than " + length,
                    "write " + Durations.format(round) + " or more, or change pace.round");
        }
        if (check.find(CheckFields.TIMEOUT).filter(d -> d.compareTo(round) > 0).isPresent()) {
            reading.refuse(
                    check.spotOf(CheckFields.TIMEOUT),
                    check.spotOf(CheckFields.TIMEOUT).shown() + " is longer than " + length,
                    "write " + Durations.format(round) + " or less");
        }
    }
}
