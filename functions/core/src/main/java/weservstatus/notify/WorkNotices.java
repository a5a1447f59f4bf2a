package weservstatus.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weservstatus.incident.Amendment;
import weservstatus.incident.Impact;
import weservstatus.incident.Maintenance;
import weservstatus.incident.MaintenanceStatus;
import weservstatus.incident.MaintenanceUpdate;
import weservstatus.incident.Occurrence;
import weservstatus.text.UtcMinute;
import weservstatus.time.Interval;
import weservstatus.verdict.ComponentStatus;

/**
 * What it gives to tell that people plan, change or cancel work. What the clock gives to tell of it
 * is for {@link WorkClock}. Pure: the same change makes the same notice with the same id.
 */
public final class WorkNotices {
    private static final Duration AHEAD = Duration.ofDays(400);

    private WorkNotices() {}

    /**
     * The one notice of a change, absent when it concerns nobody any more or nothing that visitors
     * were told.
     *
     * @param before absent for new work
     */
    public static Optional<Notice> between(Optional<Maintenance> before, Maintenance after) {
        return before.map(old -> cancelled(old, after).or(() -> changed(old, after)))
                .orElseGet(() -> planned(after));
    }

    private static Optional<Notice> planned(Maintenance work) {
        return next(work, work.announced())
                .map(occurrence ->
                        notice(
                                Event.PLANNED,
                                occurrence,
                                "",
                                work.body(),
                                occurrence.status(work.announced()),
                                work.announced()));
    }

    private static Optional<Notice> cancelled(Maintenance old, Maintenance now) {
        Optional<Instant> all = now.cancelled().filter(at -> old.cancelled().isEmpty());
        Optional<Occurrence> off =
                all.flatMap(at -> next(old, at))
                        .or(() ->
                                fresh(old, now)
                                        .filter(amendment -> amendment.cancelled().isPresent())
                                        .flatMap(one -> now.occurrence(one.planned()).stream())
                                        .findFirst());
        return off.flatMap(occurrence -> now.occurrence(occurrence.planned().start()))
                .filter(occurrence -> isOff(occurrence, lastWord(now)))
                .map(occurrence ->
                        notice(
                                Event.CANCELLED,
                                occurrence,
                                "",
                                said(old, now),
                                MaintenanceStatus.CANCELLED,
                                lastWord(now)));
    }

    private static boolean isOff(Occurrence occurrence, Instant now) {
        return occurrence.status(now) == MaintenanceStatus.CANCELLED;
    }

    private static Optional<Notice> changed(Maintenance old, Maintenance now) {
        Instant at = lastWord(now);
        List<String> sentences = new ArrayList<>();
        Optional<Occurrence> about = Optional.empty();
        if (!old.timetable().equals(now.timetable())) {
            about = next(now, at);
            about.ifPresent(
                    one -> sentences.add("It starts at " + UtcMinute.of(one.start()) + " now."));
        }
        Optional<Occurrence> moved =
                fresh(old, now)
                        .filter(amendment -> amendment.end().isPresent())
                        .flatMap(amendment -> now.occurrence(amendment.planned()).stream())
                        .findFirst();
        moved.ifPresent(
                one -> sentences.add("It ends at " + UtcMinute.of(one.announcedEnd()) + " now."));
        String said = said(old, now);
        String what =
                Stream.concat(Stream.of(said), sentences.stream())
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining("\n\n"));
        return about.or(() -> moved)
                .or(() -> spokenOf(old, now))
                .filter(one -> !what.isEmpty())
                .map(one -> notice(Event.UPDATE, one, what, what, one.status(at), at));
    }

    /** Amendments that are new or not what they were. */
    private static Stream<Amendment> fresh(Maintenance old, Maintenance now) {
        return now.amendments().stream().filter(one -> !old.amendments().contains(one));
    }

    private static Stream<MaintenanceUpdate> updates(Maintenance old, Maintenance now) {
        return now.updates().stream().filter(one -> !old.updates().contains(one));
    }

    private static String said(Maintenance old, Maintenance now) {
        return updates(old, now)
                .map(MaintenanceUpdate::body)
                .filter(body -> !body.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    private static Optional<Occurrence> spokenOf(Maintenance old, Maintenance now) {
        return updates(old, now)
                .flatMap(update -> now.occurrence(update.occurrence()).stream())
                .findFirst();
    }

    /** The first that is not over then. */
    private static Optional<Occurrence> next(Maintenance work, Instant then) {
        return work.occurrences(new Interval(then, then.plus(AHEAD))).stream()
                .filter(occurrence -> occurrence.end().isAfter(then))
                .findFirst();
    }

    /** When anybody last did anything to the work. */
    private static Instant lastWord(Maintenance work) {
        Stream<Instant> amended =
                work.amendments().stream()
                        .flatMap(one ->
                                Stream.of(one.extended(), one.verifying(), one.cancelled())
                                        .flatMap(Optional::stream));
        return Stream.of(
                        amended,
                        work.updates().stream().map(MaintenanceUpdate::at),
                        work.cancelled().stream(),
                        Stream.of(work.announced()))
                .flatMap(one -> one)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /**
     * One notice about one occurrence.
     *
     * @param which tells sayings of the same event about the same occurrence apart
     */
    static Notice notice(
            Event event,
            Occurrence occurrence,
            String which,
            String what,
            MaintenanceStatus status,
            Instant at) {
        Maintenance work = occurrence.maintenance();
        Instant end = event == Event.ENDED ? occurrence.end() : occurrence.announcedEnd();
        return new Notice(
                MessageId.of("work/" + occurrence.id(), event, which),
                event,
                new About.OfWork(work.id(), occurrence.id(), occurrence.start(), end),
                new Message.Heading(work.title(), Impact.NONE, status.label()),
                work.components().stream()
                        .sorted()
                        .map(id -> new Notice.Part(id, ComponentStatus.UNDER_MAINTENANCE))
                        .toList(),
                new Message.Facts(
                        what,
                        occurrence.start(),
                        Optional.of(end),
                        List.of(),
                        Optional.empty(),
                        List.of()),
                List.of(),
                false,
                at);
    }
}
