package weservstatus.notify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import weservstatus.check.ComponentId;
import weservstatus.incident.Impact;
import weservstatus.incident.IncidentId;
import weservstatus.incident.MaintenanceId;
import weservstatus.text.ShortId;
import weservstatus.verdict.ComponentStatus;

/** Notices for tests. */
public final class SampleNotices {
    public static final Instant START = Instant.parse("2026-11-26T10:00:00Z");

    private SampleNotices() {}

    /** Something the monitor says of an incident of impact major on the component processing. */
    public static Notice incident(String name, Event event, int second) {
        return incident(name, event, second, "processing", true);
    }

    /**
     * The same.
     *
     * @param component none when empty
     */
    public static Notice incident(
            String name, Event event, int second, String component, boolean byMonitor) {
        IncidentId id = new IncidentId(ShortId.of("test", name));
        return notice(
                "incident/" + id, event, new About.OfIncident(id), second, component, byMonitor);
    }

    /** Something about planned work on the component processing. */
    public static Notice work(Event event, int second) {
        About about =
                new About.OfWork(
                        new MaintenanceId("w1w1w1w1w1w1"),
                        "o1o1o1o1o1o1",
                        START.plusSeconds(86_400),
                        START.plusSeconds(90_000));
        return notice("work/o1", event, about, second, "x", false);
    }

    private static Notice notice(
            String key, Event event, About about, int second, String component, boolean byMonitor) {
        Instant at = START.plusSeconds(second);
        return new Notice(
                MessageId.of(key, event, Integer.toString(second)),
                event,
                about,
                new Message.Heading("Something", Impact.MAJOR, "investigating"),
                component.isEmpty()
                        ? List.of()
                        : List.of(
                                new Notice.Part(
                                        new ComponentId(component),
                                        ComponentStatus.PARTIAL_OUTAGE)),
                new Message.Facts(
                        "It fails.", at, Optional.empty(), List.of(), Optional.empty(), List.of()),
                List.of(),
                byMonitor,
                at);
    }
}
