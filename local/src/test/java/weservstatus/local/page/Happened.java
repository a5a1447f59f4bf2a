package weservstatus.local.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import weservstatus.check.ComponentId;
import weservstatus.incident.Author;
import weservstatus.incident.ComponentChange;
import weservstatus.incident.Impact;
import weservstatus.incident.Incident;
import weservstatus.incident.IncidentId;
import weservstatus.incident.IncidentStatus;
import weservstatus.incident.IncidentUpdate;
import weservstatus.verdict.ComponentStatus;

/** Incidents of a month, one of them with a lesson, one written by somebody hostile. */
final class Happened {
    static final String HOSTILE =
            "<img src=x onerror=\"document.title='broken'\"><script>document.title='broken'</script>"
                    + " \u202eמשהו נשבר\u202c "
                    + "x".repeat(200);
    private static final ComponentId FORMATS = new ComponentId("formats");
    private static final Author.Person ADA = new Author.Person("ada");

    private Happened() {}

    /** WebP failed for 47 minutes on the 12th; people told of it and what they learned. */
    static Incident learnedFrom() {
        Instant start = ArchivedSite.at(12, 14, 19);
        Instant end = start.plus(Duration.ofMinutes(47));
        return incident(
                "WebP pictures fail",
                new Incident.Span(start, Optional.of(end), Optional.empty()),
                List.of(
                        said(
                                "found",
                                IncidentStatus.INVESTIGATING,
                                Author.machine(),
                                start,
                                "Formats fails in part since 14:19 UTC."),
                        said(
                                "cause",
                                IncidentStatus.IDENTIFIED,
                                ADA,
                                start.plusSeconds(700),
                                "The encoder of two workers was updated; they are **rolled back**."),
                        said("over", IncidentStatus.RESOLVED, ADA, end, "All pictures come again."),
                        said(
                                "lesson",
                                IncidentStatus.POSTMORTEM,
                                ADA,
                                end.plusSeconds(86_400),
                                "An update went to all workers at once.\n\nNow it goes to *one* first.")),
                List.of(ArchivedSite.EVIDENCE.value()));
    }

    /** Its title and words try to run and to break the layout. */
    static Incident hostile() {
        Instant start = ArchivedSite.at(20, 3, 0);
        Instant end = start.plus(Duration.ofMinutes(12));
        return incident(
                HOSTILE,
                new Incident.Span(start, Optional.of(end), Optional.empty()),
                List.of(
                        said("found", IncidentStatus.INVESTIGATING, ADA, start, HOSTILE),
                        said(
                                "over",
                                IncidentStatus.RESOLVED,
                                ADA,
                                end,
                                "[x](javascript:alert(1))")),
                List.of("20261120T030000000Z.0.here.webp"));
    }

    private static Incident incident(
            String title, Incident.Span span, List<IncidentUpdate> updates, List<String> evidence) {
        return new Incident(
                IncidentId.ofTrouble(FORMATS, span.started()),
                span.started(),
                new Incident.Heading(title, Impact.MAJOR, ADA),
                span,
                updates,
                evidence,
                Optional.empty());
    }

    private static IncidentUpdate said(
            String id, IncidentStatus status, Author author, Instant at, String body) {
        boolean first = id.equals("found");
        return new IncidentUpdate(
                id, status, author, body, at, at, first ? List.of(broke()) : List.of(), true);
    }

    private static ComponentChange broke() {
        return new ComponentChange(
                FORMATS, ComponentStatus.OPERATIONAL, ComponentStatus.PARTIAL_OUTAGE);
    }
}
