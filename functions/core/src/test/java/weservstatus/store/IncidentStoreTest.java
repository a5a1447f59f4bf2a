package weservstatus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import weservstatus.check.ComponentId;
import weservstatus.incident.Amendment;
import weservstatus.incident.Author;
import weservstatus.incident.ComponentChange;
import weservstatus.incident.Impact;
import weservstatus.incident.Incident;
import weservstatus.incident.IncidentId;
import weservstatus.incident.IncidentStatus;
import weservstatus.incident.IncidentUpdate;
import weservstatus.incident.Maintenance;
import weservstatus.incident.MaintenanceId;
import weservstatus.incident.MaintenanceStatus;
import weservstatus.incident.MaintenanceUpdate;
import weservstatus.incident.Timetable;
import weservstatus.time.Interval;
import weservstatus.verdict.ComponentStatus;

class IncidentStoreTest {
    private static final Instant TEN = Instant.parse("2026-06-01T10:00:00Z");
    private static final ComponentId RESIZE = new ComponentId("resize");

    private final Table table = new InMemoryTable(() -> TEN);
    private final IncidentStore incidents = new IncidentStore(table);
    private final MaintenanceStore maintenances = new MaintenanceStore(table);

    private static Incident incident(int number) {
        Instant at = TEN.plus(Duration.ofMinutes(number));
        IncidentUpdate update =
                new IncidentUpdate(
                        "u1",
                        IncidentStatus.MONITORING,
                        new Author.Person("ada"),
                        "We *watch* it.",
                        at,
                        at,
                        List.of(
                                new ComponentChange(
                                        RESIZE,
                                        ComponentStatus.OPERATIONAL,
                                        ComponentStatus.PARTIAL_OUTAGE)),
                        true);
        return new Incident(
                IncidentId.ofRequest("r" + number),
                at,
                new Incident.Heading("Pictures fail", Impact.MAJOR, Author.machine()),
                new Incident.Span(at, Optional.empty(), Optional.of(at.plusSeconds(9))),
                List.of(update),
                List.of("e1", "e2"),
                Optional.of(at.plusSeconds(5)));
    }

    private boolean write(Incident incident, long expected) {
        return table.transact(incidents.writing(incident, expected));
    }

    @Test
    void anIncidentIsReadAsItWasWritten() {
        assertThat(write(incident(1), IncidentStore.NONE)).isTrue();

        assertThat(incidents.find(incident(1).id())).contains(new Stored<>(incident(1), 1));
    }

    @Test
    void whoReadAnOlderVersionCannotWrite() {
        write(incident(1), IncidentStore.NONE);
        write(incident(1), 1);

        assertThat(write(incident(1), 1)).isFalse();
        assertThat(write(incident(1), IncidentStore.NONE)).isFalse();
    }

    @Test
    void theNewestComeFirst() {
        IntStream.range(0, 5).forEach(number -> write(incident(number), IncidentStore.NONE));

        assertThat(incidents.newest(2))
                .extracting(Stored::value)
                .containsExactly(incident(4), incident(3));
        assertThat(incidents.all()).hasSize(5);
    }

    @Test
    void whatIsRemovedIsInNeitherOrder() {
        write(incident(1), IncidentStore.NONE);

        table.transact(incidents.removing(new Stored<>(incident(1), 1)));

        assertThat(incidents.find(incident(1).id())).isEmpty();
        assertThat(incidents.all()).isEmpty();
    }

    @Test
    void plannedWorkIsReadAsItWasWritten() {
        Maintenance weekly =
                work(
                        new Timetable.Recurring(
                                "FREQ=WEEKLY;BYDAY=TU",
                                ZoneId.of("Europe/Berlin"),
                                LocalDateTime.parse("2026-06-02T02:30"),
                                Duration.ofMinutes(90)));
        Maintenance once = work(new Timetable.Once(new Interval(TEN, TEN.plusSeconds(60))));

        for (Maintenance work : List.of(weekly, once)) {
            long version =
                    maintenances.find(work.id()).map(Stored::version).orElse(MaintenanceStore.NONE);
            assertThat(table.transact(List.of(maintenances.writing(work, version)))).isTrue();
            assertThat(maintenances.find(work.id())).contains(new Stored<>(work, version + 1));
        }
    }

    private static Maintenance work(Timetable timetable) {
        return new Maintenance(
                MaintenanceId.ofRequest("m1"),
                "New servers",
                "Slow for **a while**.",
                Set.of(RESIZE, new ComponentId("cached")),
                timetable,
                TEN.minusSeconds(3_600),
                List.of(Duration.ofHours(24), Duration.ofHours(1)),
                true,
                List.of(
                        Amendment.none(TEN)
                                .until(TEN.plusSeconds(99), TEN, TEN)
                                .until(TEN.plusSeconds(999), TEN.plusSeconds(9), TEN)
                                .verifiedFrom(TEN)),
                List.of(
                        new MaintenanceUpdate(
                                "u1",
                                TEN,
                                MaintenanceStatus.IN_PROGRESS,
                                new Author.Person("ada"),
                                "Begun.",
                                TEN)),
                Optional.of(TEN.plusSeconds(7)));
    }

    @Test
    void aDamagedDocumentSaysWhereAndWhy() {
        String whole = new IncidentJson().encode(incident(1));

        assertThatExceptionOfType(UnreadableDocument.class)
                .isThrownBy(() -> new IncidentJson().decode(whole.replace("\"major\"", "\"huge\"")))
                .withMessageContaining("incident.impact: does not hold 'huge'");
        assertThatExceptionOfType(UnreadableDocument.class)
                .isThrownBy(() -> new IncidentJson().decode(whole.replace("\"id\"", "\"ident\"")))
                .withMessageContaining("missing");
    }
}
