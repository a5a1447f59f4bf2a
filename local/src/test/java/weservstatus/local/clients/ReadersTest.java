package weservstatus.local.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import weservstatus.document.Coding;
import weservstatus.document.DocumentName;
import weservstatus.document.Documents;
import weservstatus.incident.Amendment;
import weservstatus.incident.Calendar;
import weservstatus.incident.Maintenance;
import weservstatus.incident.MaintenanceId;
import weservstatus.incident.Occurrence;
import weservstatus.incident.Timetable;
import weservstatus.status.Announcing;
import weservstatus.status.SampleSnapshots;
import weservstatus.status.StatusSnapshot;
import weservstatus.time.Interval;

/** ROME and ical4j understand what was meant, whatever stands in it. */
class ReadersTest {
    private static final Instant NOW = SampleSnapshots.NOW;
    private static final Interval AROUND =
            new Interval(NOW.minus(Duration.ofDays(60)), NOW.plus(Duration.ofDays(180)));

    static Stream<StatusSnapshot> snapshots() {
        return SampleSnapshots.ofEveryKind(3);
    }

    @ParameterizedTest
    @MethodSource("snapshots")
    void romeReadsTheSameInAtomAndInRss(StatusSnapshot snapshot) throws Exception {
        SyndFeed atom = feed(snapshot, DocumentName.FEED_ATOM);
        SyndFeed rss = feed(snapshot, DocumentName.FEED_RSS);

        assertThat(atom.getFeedType()).isEqualTo("atom_1.0");
        assertThat(rss.getFeedType()).isEqualTo("rss_2.0");
        assertThat(rss.getEntries().stream().map(SyndEntry::getUri))
                .containsExactlyElementsOf(
                        atom.getEntries().stream().map(SyndEntry::getUri).toList());
        List<Instant> updated =
                atom.getEntries().stream().map(e -> e.getUpdatedDate().toInstant()).toList();
        assertThat(rss.getEntries().stream().map(e -> e.getPublishedDate().toInstant()))
                .containsExactlyElementsOf(updated);
        assertThat(updated).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @ParameterizedTest
    @MethodSource("snapshots")
    void ical4jFindsNoFaultInAnyCalendar(StatusSnapshot snapshot) throws Exception {
        net.fortuna.ical4j.model.Calendar calendar = calendar(snapshot);

        assertThat(calendar.validate().hasErrors()).isFalse();
        long works =
                snapshot.announcements().works().stream()
                        .map(work -> work.maintenance())
                        .distinct()
                        .count();
        assertThat(events(calendar).stream().map(event -> event.getUid()).distinct())
                .hasSize(Math.toIntExact(works));
    }

    /** Over at least one change of the clock each. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Europe/Berlin       | FREQ=WEEKLY;BYDAY=TU           | 2026-03-03T02:30",
                "America/New_York    | FREQ=WEEKLY;BYDAY=SU           | 2026-10-04T01:15",
                "Australia/Lord_Howe | FREQ=DAILY;INTERVAL=3          | 2026-09-20T23:00",
                "Asia/Kolkata        | FREQ=MONTHLY;BYDAY=1MO         | 2026-01-05T04:00",
                "Etc/UTC             | FREQ=WEEKLY;COUNT=40           | 2026-05-06T22:00",
                "Europe/London       | FREQ=WEEKLY;UNTIL=20261215T000000Z | 2026-09-01T03:00"
            })
    void ical4jExpectsRecurringWorkWhenItTakesPlace(String zone, String rule, String first)
            throws Exception {
        Maintenance work = recurring(zone, rule, first, List.of(), Optional.empty());

        assertThat(starts(work)).isEqualTo(planned(work)).hasSizeGreaterThan(3);
    }

    @Test
    void whatWasCalledOffDoesNotTakePlace() throws Exception {
        Maintenance all = recurring(Optional.empty(), List.of());
        Instant third = planned(all).get(2);
        Amendment off = Amendment.none(third).cancelledAt(third.minusSeconds(3600));

        List<Instant> expected = planned(all).stream().filter(at -> !at.equals(third)).toList();
        assertThat(starts(recurring(Optional.empty(), List.of(off)))).isEqualTo(expected);
    }

    @Test
    void workThatWasCalledOffAsAWholeEndsThere() throws Exception {
        Maintenance all = recurring(Optional.empty(), List.of());
        Maintenance ended = recurring(Optional.of(NOW), List.of());

        assertThat(starts(ended))
                .isEqualTo(planned(all).stream().filter(at -> at.isBefore(NOW)).toList())
                .isNotEmpty();
    }

    @Test
    void aTimeThatTakesLongerIsAnEventOfItsOwn() throws Exception {
        Instant next =
                planned(recurring(Optional.empty(), List.of())).stream()
                        .filter(NOW::isBefore)
                        .findFirst()
                        .orElseThrow();
        Amendment longer =
                Amendment.none(next).until(next.plusSeconds(7_200), NOW, next.plusSeconds(3_600));

        List<VEvent> events =
                events(calendar(snapshot(recurring(Optional.empty(), List.of(longer)))));

        assertThat(events).hasSize(2);
        assertThat((Object) events.getLast().getRecurrenceId()).isNotNull();
        assertThat(events.getLast().getUid()).isEqualTo(events.getFirst().getUid());
    }

    @Test
    void workThatTakesPlaceOnceIsCancelledByItsStatus() throws Exception {
        Instant start = NOW.plus(Duration.ofDays(2));
        Timetable once = new Timetable.Once(new Interval(start, start.plusSeconds(3600)));
        Maintenance off = work(once, List.of(), Optional.of(NOW));

        VEvent event = events(calendar(snapshot(off))).getFirst();

        assertThat(event.toString()).contains("STATUS:CANCELLED", "SEQUENCE:1");
    }

    /** Every Tuesday at 02:30 in Berlin from September on. */
    static Maintenance recurring(Optional<Instant> over, List<Amendment> amendments) {
        return recurring(
                "Europe/Berlin", "FREQ=WEEKLY;BYDAY=TU", "2026-09-29T02:30", amendments, over);
    }

    private static Maintenance recurring(
            String zone,
            String rule,
            String first,
            List<Amendment> amendments,
            Optional<Instant> over) {
        return work(
                new Timetable.Recurring(
                        rule, ZoneId.of(zone), LocalDateTime.parse(first), Duration.ofHours(1)),
                amendments,
                over);
    }

    private static Maintenance work(
            Timetable timetable, List<Amendment> amendments, Optional<Instant> over) {
        return new Maintenance(
                MaintenanceId.ofRequest("work"),
                "Servers, disks; \"and\" \\ more",
                "First line\nsecond, line; 日本語の長い説明です。とても長いので折り返されます。",
                Set.of(),
                timetable,
                NOW.minus(Duration.ofDays(90)),
                List.of(),
                false,
                amendments,
                List.of(),
                over);
    }

    static StatusSnapshot snapshot(Maintenance work) {
        return SampleSnapshots.calm()
                .with(Announcing.of(List.of(), new Calendar(List.of(work)), NOW));
    }

    private static List<Instant> planned(Maintenance work) {
        return work.occurrences(AROUND).stream().map(Occurrence::start).toList();
    }

    /** When the one event with a rule takes place. */
    private static List<Instant> starts(Maintenance work) throws Exception {
        VEvent event = events(calendar(snapshot(work))).getFirst();
        Period<ZonedDateTime> around =
                new Period<>(
                        AROUND.start().atZone(ZoneOffset.UTC), AROUND.end().atZone(ZoneOffset.UTC));
        Set<? extends Period<? extends Temporal>> periods = event.calculateRecurrenceSet(around);
        return periods.stream().map(period -> Instant.from(period.getStart())).sorted().toList();
    }

    private static net.fortuna.ical4j.model.Calendar calendar(StatusSnapshot snapshot)
            throws Exception {
        byte[] body = bytes(snapshot, DocumentName.MAINTENANCE_CALENDAR);
        return new CalendarBuilder().build(new ByteArrayInputStream(body));
    }

    private static List<VEvent> events(net.fortuna.ical4j.model.Calendar calendar) {
        return calendar.getComponents().stream()
                .filter(VEvent.class::isInstance)
                .map(VEvent.class::cast)
                .toList();
    }

    private static SyndFeed feed(StatusSnapshot snapshot, DocumentName name) throws Exception {
        try (XmlReader reader = new XmlReader(new ByteArrayInputStream(bytes(snapshot, name)))) {
            return new SyndFeedInput().build(reader);
        }
    }

    private static byte[] bytes(StatusSnapshot snapshot, DocumentName name) {
        return Documents.of(snapshot).get(name).body(Coding.IDENTITY);
    }
}
