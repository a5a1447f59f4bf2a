package weservstatus.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import weservstatus.incident.Calendar;
import weservstatus.incident.FactWords;
import weservstatus.incident.Maintenance;
import weservstatus.incident.MaintenanceStatus;
import weservstatus.incident.Occurrence;
import weservstatus.time.Interval;

/**
 * What the clock gives to tell of planned work: some time before, at the start, past the end, at
 * the end. Pure; of what came due since it was last asked, only the newest of each occurrence is
 * news.
 */
public final class WorkClock {
    private WorkClock() {}

    /** A moment at which something about an occurrence is told. */
    private record Moment(Event event, Instant at, String which, String what) {}

    /**
     * The notices that came due after {@code last} and not later than {@code now}. Asking again
     * with an earlier {@code last} gives the same ids again.
     */
    public static List<Notice> due(Calendar calendar, Instant last, Instant now) {
        Interval range = new Interval(last, now.plus(longest(calendar)).plusMillis(1));
        return calendar.occurrences(range).stream()
                .filter(occurrence -> occurrence.status(now) != MaintenanceStatus.CANCELLED)
                .flatMap(occurrence -> newest(occurrence, last, now).stream())
                .toList();
    }

    private static Duration longest(Calendar calendar) {
        return calendar.maintenances().stream()
                .flatMap(work -> work.reminders().stream())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private static Optional<Notice> newest(Occurrence occurrence, Instant last, Instant now) {
        return moments(occurrence, now)
                .filter(moment -> moment.at().isAfter(last) && !moment.at().isAfter(now))
                .max(Comparator.comparing(Moment::at))
                .map(moment ->
                        WorkNotices.notice(
                                moment.event(),
                                occurrence,
                                moment.which(),
                                moment.what(),
                                occurrence.status(now),
                                moment.at()));
    }

    private static Stream<Moment> moments(Occurrence occurrence, Instant now) {
        Maintenance work = occurrence.maintenance();
        return switch (occurrence.status(now)) {
            case CANCELLED -> Stream.empty();
            case SCHEDULED -> reminders(occurrence);
            case IN_PROGRESS, VERIFYING ->
                    Stream.concat(
                            Stream.of(
                                    new Moment(
                                            Event.STARTED,
                                            later(occurrence.start(), work.announced()),
                                            "",
                                            work.body())),
                            occurrence.overruns(now)
                                    ? Stream.of(overrun(occurrence))
                                    : Stream.empty());
            case COMPLETED ->
                    occurrence.end().isAfter(work.announced())
                            ? Stream.of(
                                    new Moment(Event.ENDED, occurrence.end(), "", "It has ended."))
                            : Stream.empty();
        };
    }

    private static Stream<Moment> reminders(Occurrence occurrence) {
        Maintenance work = occurrence.maintenance();
        return work.reminders().stream()
                .map(before ->
                        new Moment(
                                Event.REMINDER,
                                occurrence.start().minus(before),
                                "before-" + before,
                                ("It begins in " + FactWords.length(before) + ".\n\n" + work.body())
                                        .strip()))
                .filter(moment -> moment.at().isAfter(work.announced()));
    }

    private static Moment overrun(Occurrence occurrence) {
        Instant told = occurrence.announcedEnd();
        return new Moment(Event.OVERRUN, told, "past-" + told, "It takes longer than planned.");
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
