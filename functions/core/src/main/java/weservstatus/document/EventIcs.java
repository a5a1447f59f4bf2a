package weservstatus.document;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import weservstatus.incident.MaintenanceStatus;
import weservstatus.status.Announcements.Repeat;
import weservstatus.status.Announcements.WorkState;
import weservstatus.status.StatusSnapshot;
import weservstatus.text.CleanText;

/** VEVENTs of planned work (RFC 5545, section 3.6.1). */
final class EventIcs {
    private final StatusSnapshot snapshot;
    private final PageLinks links;

    EventIcs(StatusSnapshot snapshot) {
        this.snapshot = snapshot;
        this.links = PageLinks.of(snapshot.page());
    }

    /**
     * One piece of work.
     *
     * @param times that it takes place, oldest first
     */
    void write(ContentLines out, List<WorkState> times) {
        WorkState work = times.getFirst();
        work.repeat()
                .ifPresentOrElse(
                        repeat -> recurring(out, times, repeat),
                        () -> times.forEach(time -> once(out, time)));
    }

    private void once(ContentLines out, WorkState work) {
        out.begin("VEVENT").line("UID", uid(work));
        out.line("DTSTART", utc(work.start())).line("DTEND", utc(work.announcedEnd()));
        said(out, work, isOff(work));
        out.line("SEQUENCE", Integer.toString(work.updates().size() + (isOff(work) ? 1 : 0)));
        out.end("VEVENT");
    }

    private void recurring(ContentLines out, List<WorkState> times, Repeat repeat) {
        WorkState newest =
                times.stream().max(Comparator.comparing(WorkState::updated)).orElseThrow();
        out.begin("VEVENT").line("UID", uid(newest));
        out.line(wall(repeat, "DTSTART"), ZoneIcs.wall(LocalDateTime.parse(repeat.first())));
        out.line("DURATION", repeat.length().toString()).line("RRULE", rule(repeat));
        repeat.calledOff().forEach(start -> out.line(wall(repeat, "EXDATE"), local(repeat, start)));
        said(out, newest, false);
        int changes = repeat.calledOff().size() + (repeat.over().isPresent() ? 1 : 0);
        out.line("SEQUENCE", Integer.toString(changes)).end("VEVENT");
        times.stream()
                .filter(time -> !isOff(time) && isMoved(time, repeat))
                .forEach(time -> moved(out, time, repeat));
    }

    /** One time that ends earlier or later than planned. */
    private void moved(ContentLines out, WorkState work, Repeat repeat) {
        out.begin("VEVENT").line("UID", uid(work));
        out.line(wall(repeat, "RECURRENCE-ID"), local(repeat, work.start()));
        out.line(wall(repeat, "DTSTART"), local(repeat, work.start()));
        out.line(wall(repeat, "DTEND"), local(repeat, work.announcedEnd()));
        said(out, work, false);
        out.line("SEQUENCE", Integer.toString(work.updates().size() + 1)).end("VEVENT");
    }

    private void said(ContentLines out, WorkState work, boolean off) {
        String concerns = Words.names(snapshot, work.components());
        String updates =
                work.updates().reversed().stream()
                        .map(update ->
                                "%s, %s: %s\n"
                                        .formatted(
                                                Words.of(update.status().label()),
                                                Words.minute(update.at()),
                                                update.body()))
                        .collect(Collectors.joining());
        out.line("DTSTAMP", utc(work.updated())).line("LAST-MODIFIED", utc(work.updated()));
        out.line("CREATED", utc(work.announced()));
        out.text("SUMMARY", CleanText.line(work.title()));
        out.text(
                "DESCRIPTION",
                updates + work.body() + (concerns.isEmpty() ? "" : "\nConcerns: " + concerns));
        out.line("URL", links.incident(work.id())).line("TRANSP", "TRANSPARENT");
        out.line("STATUS", off ? "CANCELLED" : "CONFIRMED");
    }

    private String uid(WorkState work) {
        return links.uuid("maintenance/" + work.maintenance()).toString();
    }

    private static boolean isOff(WorkState work) {
        return work.status() == MaintenanceStatus.CANCELLED;
    }

    private static boolean isMoved(WorkState work, Repeat repeat) {
        return !work.announcedEnd().equals(work.start().plus(repeat.length()));
    }

    /** Work that was called off as a whole ends its rule, however that ended before. */
    private static String rule(Repeat repeat) {
        return repeat.over()
                .map(over ->
                        Arrays.stream(repeat.rule().split(";", -1))
                                        .filter(part -> !part.matches("(?i)(UNTIL|COUNT)=.*"))
                                        .collect(Collectors.joining(";"))
                                + ";UNTIL="
                                + utc(over))
                .orElse(repeat.rule());
    }

    /** A property by the wall clock of the work's zone. */
    private static String wall(Repeat repeat, String property) {
        boolean quoted = repeat.zone().contains(":");
        return property + ";TZID=" + (quoted ? '"' + repeat.zone() + '"' : repeat.zone());
    }

    private static String local(Repeat repeat, Instant instant) {
        return ZoneIcs.wall(LocalDateTime.ofInstant(instant, ZoneId.of(repeat.zone())));
    }

    private static String utc(Instant instant) {
        return ZoneIcs.wall(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + "Z";
    }
}
