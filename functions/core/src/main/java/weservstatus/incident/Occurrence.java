package weservstatus.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import weservstatus.text.ShortId;
import weservstatus.time.Interval;

/**
 * One time that planned work takes place.
 *
 * @param planned as the timetable has it
 * @param cancelled when it was called off
 */
public record Occurrence(
        Maintenance maintenance,
        Interval planned,
        Amendment amendment,
        Optional<Instant> cancelled) {
    /** Work that nobody calls finished ends by itself after this. */
    public static final Duration LONGEST_OVERRUN = Duration.ofHours(24);

    /** An end can be moved by no more than this. */
    public static final Duration LONGEST_EXTENSION = Duration.ofDays(7);

    /** 12 of {@code a-z0-9}: the same for ever for the same planned start of the same work. */
    public String id() {
        return ShortId.of("occurrence", maintenance.id() + "@" + start());
    }

    public Instant start() {
        return planned.start();
    }

    /** When it ends, as far as known now: earlier or later than planned if people said so. */
    public Instant end() {
        Instant announcedEnd = announcedEnd();
        Instant latest =
                maintenance.untilFinished() ? announcedEnd.plus(LONGEST_OVERRUN) : announcedEnd;
        Instant end = amendment.finished().filter(latest::isAfter).orElse(latest);
        Instant stopped = cancelled.filter(end::isAfter).orElse(end);
        return stopped.isBefore(start()) ? start() : stopped;
    }

    /** What visitors were told: the planned end, or the one that it was moved to. */
    public Instant announcedEnd() {
        return amendment.end().orElse(planned.end());
    }

    public MaintenanceStatus status(Instant now) {
        if (cancelled.filter(off -> !off.isAfter(start())).isPresent()) {
            return MaintenanceStatus.CANCELLED;
        }
        if (now.isBefore(start())) {
            return MaintenanceStatus.SCHEDULED;
        }
        if (!now.isBefore(end())) {
            return MaintenanceStatus.COMPLETED;
        }
        return amendment.verifying().filter(since -> !since.isAfter(now)).isPresent()
                ? MaintenanceStatus.VERIFYING
                : MaintenanceStatus.IN_PROGRESS;
    }

    /** Whether alerts about its components are held back. */
    public boolean isUnderWay(Instant now) {
        return switch (status(now)) {
            case IN_PROGRESS, VERIFYING -> true;
            case SCHEDULED, COMPLETED, CANCELLED -> false;
        };
    }

    /** Whether it goes on past the end that visitors were told. */
    public boolean overruns(Instant now) {
        return isUnderWay(now) && !now.isBefore(announcedEnd());
    }

    /**
     * The time that the headline uptime leaves out: only what was announced before it began. An
     * extension counts if it was announced before the planned end; an overrun does not count at
     * all.
     */
    public Optional<Interval> excused() {
        if (!maintenance.announced().isBefore(start())) {
            return Optional.empty();
        }
        Instant told = amendment.announcedInTime(planned.end()).orElse(planned.end());
        Instant end = told.isBefore(end()) ? told : end();
        return start().isBefore(end) ? Optional.of(new Interval(start(), end)) : Optional.empty();
    }

    boolean touches(Interval range) {
        Interval shown = end().isAfter(start()) ? new Interval(start(), end()) : planned;
        return shown.intersect(range).isPresent();
    }
}
