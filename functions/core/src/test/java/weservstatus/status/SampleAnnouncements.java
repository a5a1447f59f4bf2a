package weservstatus.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weservstatus.check.ComponentId;
import weservstatus.incident.Author;
import weservstatus.incident.Calendar;
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
import weservstatus.verdict.ComponentStatus;

/** One open incident that a person has taken over, and weekly work that was done last night. */
final class SampleAnnouncements {
    private static final ComponentId FORMATS = new ComponentId("formats");
    private static final Author.Person ADA = new Author.Person("ada");
    private static final Instant OUTAGE = Instant.parse("2026-11-23T21:12:07Z");
    private static final Instant WORK = Instant.parse("2026-11-23T01:30:00Z");

    private SampleAnnouncements() {}

    static Announcements of(Instant now) {
        return Announcing.of(List.of(incident()), new Calendar(List.of(work())), now);
    }

    private static Incident incident() {
        return new Incident(
                IncidentId.ofTrouble(FORMATS, OUTAGE),
                OUTAGE.plusSeconds(23),
                new Incident.Heading("WebP pictures fail", Impact.MAJOR, ADA),
                new Incident.Span(OUTAGE, Optional.empty(), Optional.empty()),
                List.of(found(), said()),
                List.of("20261123T211200000Z.0.here.webp"),
                Optional.empty());
    }

    private static IncidentUpdate found() {
        return new IncidentUpdate(
                "opened",
                IncidentStatus.INVESTIGATING,
                Author.machine(),
                "Formats fails in part since 21:12 UTC.",
                OUTAGE,
                OUTAGE.plusSeconds(23),
                List.of(
                        new ComponentChange(
                                FORMATS,
                                ComponentStatus.OPERATIONAL,
                                ComponentStatus.PARTIAL_OUTAGE)),
                true);
    }

    private static IncidentUpdate said() {
        Instant at = OUTAGE.plus(Duration.ofMinutes(9));
        return new IncidentUpdate(
                "said",
                IncidentStatus.IDENTIFIED,
                ADA,
                "A new encoder is at fault; we take it **back**.",
                at,
                at,
                List.of(),
                true);
    }

    private static Maintenance work() {
        return new Maintenance(
                MaintenanceId.ofRequest("sample"),
                "Servers are updated",
                "Pictures may come more slowly.",
                Set.of(FORMATS),
                new Timetable.Recurring(
                        "FREQ=WEEKLY;COUNT=2",
                        ZoneId.of("Europe/Berlin"),
                        LocalDateTime.parse("2026-11-23T02:30"),
                        Duration.ofHours(1)),
                WORK.minus(Duration.ofDays(3)),
                List.of(),
                false,
                List.of(),
                List.of(
                        new MaintenanceUpdate(
                                "done",
                                WORK,
                                MaintenanceStatus.COMPLETED,
                                ADA,
                                "All went well.",
                                WORK.plus(Duration.ofMinutes(50)))),
                Optional.empty());
    }
}
