package weservstatus.document;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import weservstatus.status.Announcements.Repeat;
import weservstatus.status.Announcements.WorkState;
import weservstatus.status.StatusSnapshot;
import weservstatus.text.CleanText;

/**
 * Planned work as iCalendar (RFC 5545): {@code /maintenance.ics} with all of it, and a file for
 * each piece of work. Work that comes again is one event with its rule, in the zone that it is
 * planned in; what was called off is left out of the rule.
 */
final class CalendarIcs {
    static final String MEDIA_TYPE = "text/calendar; charset=utf-8";

    /** Changes of the clock are told so far ahead. */
    private static final Duration ZONE_AHEAD = Duration.ofDays(5 * 365);

    private static final ZoneId UTC = ZoneId.of("Etc/UTC");

    private final StatusSnapshot snapshot;
    private final EventIcs events;

    CalendarIcs(StatusSnapshot snapshot) {
        this.snapshot = snapshot;
        this.events = new EventIcs(snapshot);
    }

    /** A calendar of each piece of work, by its id. */
    static Map<String, Rendered> each(StatusSnapshot snapshot) {
        CalendarIcs form = new CalendarIcs(snapshot);
        Map<String, Rendered> calendars = new HashMap<>();
        form.byMaintenance()
                .forEach((id, times) ->
                        calendars.put(
                                id,
                                WholeDocument.of(
                                        form.calendar(List.of(times)),
                                        MEDIA_TYPE,
                                        Documents.CACHED_BRIEFLY)));
        return calendars;
    }

    /** Everything that is planned. */
    byte[] all() {
        return calendar(byMaintenance().values());
    }

    private Map<String, List<WorkState>> byMaintenance() {
        Map<String, List<WorkState>> works = new LinkedHashMap<>();
        snapshot.announcements()
                .works()
                .forEach(work ->
                        works.merge(work.maintenance(), List.of(work), CalendarIcs::joined));
        return works;
    }

    private static List<WorkState> joined(List<WorkState> some, List<WorkState> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /**
     * A calendar of these.
     *
     * @param works of each piece of work the times that it takes place, oldest first
     */
    private byte[] calendar(Collection<List<WorkState>> works) {
        ContentLines out = new ContentLines();
        out.begin("VCALENDAR").line("VERSION", "2.0");
        out.line("PRODID", "-//weserv-status//maintenance//EN").line("CALSCALE", "GREGORIAN");
        out.text("X-WR-CALNAME", CleanText.line(snapshot.page().name()) + ": maintenance");
        out.line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        out.line("X-PUBLISHED-TTL", "PT1H");
        zones(works).forEach((zone, from) -> zone(zone, from).write(out));
        works.forEach(times -> events.write(out, times));
        return out.end("VCALENDAR").bytes();
    }

    private ZoneIcs zone(ZoneId zone, Instant from) {
        return new ZoneIcs(zone, from, snapshot.generatedAt().plus(ZONE_AHEAD));
    }

    /** Zones and from when on they are needed; a calendar must hold something (section 3.6). */
    private Map<ZoneId, Instant> zones(Collection<List<WorkState>> works) {
        Map<ZoneId, Instant> zones = new LinkedHashMap<>();
        works.stream()
                .map(times -> times.getFirst().repeat())
                .flatMap(Optional::stream)
                .forEach(repeat -> zones.merge(zone(repeat), first(repeat), CalendarIcs::earlier));
        return works.isEmpty() ? Map.of(UTC, snapshot.generatedAt()) : zones;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static ZoneId zone(Repeat repeat) {
        return ZoneId.of(repeat.zone());
    }

    private static Instant first(Repeat repeat) {
        return LocalDateTime.parse(repeat.first()).atZone(zone(repeat)).toInstant();
    }
}
