package weservstatus.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import weservstatus.check.Expectation;
import weservstatus.check.Pace;

/** Rounds, waits and the intervals of checks must fit into each other. */
final class PaceRules {
    private final Duration round;
    private final String length;
    private final Reading reading;

    private PaceRules(Duration round, Reading reading) {
        this.round = round;
        this.length = "a round of " + Durations.format(round);
        this.reading = reading;
    }

    static void apply(Section pace, Reading reading) {
        pace.find(StatusFields.ROUND)
                .ifPresent(round -> new PaceRules(round, reading).applyTo(pace));
    }

    /** No check may ask for less than a round, or outlast one. */
    static void applyToChecks(Section root, Reading reading) {
        Optional<Duration> written =
                root.find(StatusFields.PACE).flatMap(pace -> pace.find(StatusFields.ROUND));
        if (root.has(StatusFields.PACE) && written.isEmpty()) {
            return;
        }
        PaceRules rules = new PaceRules(written.orElse(Pace.STANDARD.round()), reading);
        Optional<Section> defaults = root.find(StatusFields.DEFAULTS);
        defaults.ifPresent(each -> rules.applyToCheck(each, Optional.empty()));
        root.orElse(StatusFields.CHECKS, List.of())
                .forEach(check -> rules.applyToCheck(check, defaults));
    }

    private void applyTo(Section pace) {
        refuse(
                pace,
                StatusFields.ROUND,
                _ -> !dividesAnHour(),
                new Refusal("does not divide an hour", "write one like 10s, 30s, 1m or 5m"));
        refuse(
                pace,
                StatusFields.CONFIRM_AFTER,
                confirm -> confirm.compareTo(round) >= 0,
                new Refusal("is not shorter than " + length, "write a shorter one"));
        refuse(
                pace,
                StatusFields.STALE_AFTER,
                stale -> stale.compareTo(round) <= 0,
                new Refusal("is not longer than " + length, "write two rounds or more"));
    }

    private void applyToCheck(Section check, Optional<Section> defaults) {
        refuse(
                check,
                CheckFields.EVERY,
                every -> every.compareTo(round) < 0,
                new Refusal(
                        "is shorter than " + length,
                        "write " + Durations.format(round) + " or more, or change pace.round"));
        refuse(
                check,
                CheckFields.TIMEOUT,
                timeout -> timeout.compareTo(round) > 0,
                new Refusal("is longer than " + length, "write a shorter one"));
        timeout(check, defaults)
                .ifPresent(timeout ->
                        refuse(
                                check,
                                CheckFields.SLOW,
                                slow -> slow.compareTo(timeout) >= 0,
                                new Refusal(
                                        "is not below the timeout of " + Durations.format(timeout),
                                        "write a shorter one")));
        timeout(check, defaults).ifPresent(timeout -> refuseLimitsBeyond(timeout, check));
        for (Section step : check.orElse(CheckFields.STEPS, List.of())) {
            timeout(check, defaults).ifPresent(timeout -> refuseLimitsBeyond(timeout, step));
        }
    }

    private void refuseLimitsBeyond(Duration timeout, Section check) {
        check.orElse(CheckFields.EXPECT, List.of()).stream()
                .filter(each ->
                        each.value() instanceof Expectation.Within(Duration limit)
                                && limit.compareTo(timeout) >= 0)
                .forEach(each ->
                        reading.refuse(
                                each.spot(),
                                "an answer never takes longer than the timeout of "
                                        + Durations.format(timeout),
                                "write a shorter within, or a longer timeout"));
    }

    /** The deadline that holds; absent where it was refused. */
    private Optional<Duration> timeout(Section check, Optional<Section> defaults) {
        boolean written =
                check.has(CheckFields.TIMEOUT)
                        || defaults.filter(each -> each.has(CheckFields.TIMEOUT)).isPresent();
        return written
                ? check.find(CheckFields.TIMEOUT)
                        .or(() -> defaults.flatMap(each -> each.find(CheckFields.TIMEOUT)))
                : Optional.of(CatalogueBuilder.defaultTimeout(round));
    }

    private boolean dividesAnHour() {
        boolean wholeSeconds = round.toMillis() % 1000 == 0;
        return wholeSeconds && Duration.ofHours(1).toMillis() % round.toMillis() == 0;
    }

    private void refuse(
            Section section, Field<Duration> field, Predicate<Duration> when, Refusal refusal) {
        if (section.find(field).filter(when).isPresent()) {
            Spot spot = section.spotOf(field);
            reading.refuse(spot, spot.shown() + " " + refusal.reason(), refusal.remedy());
        }
    }
}
