package weservstatus.notify;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import weservstatus.check.ComponentId;
import weservstatus.check.GroupId;
import weservstatus.incident.Impact;
import weservstatus.incident.IncidentId;
import weservstatus.incident.MaintenanceId;
import weservstatus.observe.Side;
import weservstatus.verdict.ComponentStatus;

/** Messages for tests, also of those who render them. */
public final class SampleMessages {
    public static final Instant BEGAN = Instant.parse("2026-11-26T10:00:00Z");
    public static final String HOSTILE = "<script>alert(1)</script> & *bold* @everyone\u0007\r\n.";

    private SampleMessages() {}

    /** An incident of one component in one state. */
    public static Message incident(Event event, Impact impact, String title) {
        IncidentId incident = new IncidentId("k3v9x1q0z7ab");
        return new Message(
                MessageId.of("incident/" + incident, event, "opened-1"),
                event,
                new About.OfIncident(incident),
                "wsrv.nl",
                new Message.Heading(
                        title, impact, event == Event.RESOLVED ? "resolved" : "investigating"),
                List.of(processing(event)),
                new Message.Facts(
                        "Image processing is down since 10:00 UTC.",
                        BEGAN,
                        event == Event.RESOLVED
                                ? Optional.of(BEGAN.plusSeconds(900))
                                : Optional.empty(),
                        List.of("Frankfurt", "Ohio"),
                        Optional.of(Side.SERVICE),
                        List.of("A WebP picture")),
                new Message.Look(
                        URI.create("https://status.example.org/incidents/" + incident),
                        List.of(URI.create("https://status.example.org/api/v1/evidence/e1")),
                        Optional.of("curl -sS 'https://wsrv.nl/?url=a&w=320'")),
                "Show pictures from your own copy for as long as it lasts.",
                BEGAN.plusSeconds(40));
    }

    /** One occurrence of planned work. */
    public static Message work(Event event) {
        return new Message(
                MessageId.of("work/w1w1w1w1w1w1", event, "2026-11-27T02:00:00Z"),
                event,
                new About.OfWork(
                        new MaintenanceId("w1w1w1w1w1w1"),
                        "o1o1o1o1o1o1",
                        Instant.parse("2026-11-27T02:00:00Z"),
                        Instant.parse("2026-11-27T04:00:00Z")),
                "wsrv.nl",
                new Message.Heading("New disks", Impact.NONE, "scheduled"),
                List.of(processing(Event.RESOLVED)),
                new Message.Facts(
                        "The disks are replaced, *one by one*.",
                        Instant.parse("2026-11-27T02:00:00Z"),
                        Optional.of(Instant.parse("2026-11-27T04:00:00Z")),
                        List.of(),
                        Optional.empty(),
                        List.of()),
                new Message.Look(
                        URI.create("https://status.example.org/incidents/o1o1o1o1o1o1"),
                        List.of(),
                        Optional.empty()),
                "",
                BEGAN);
    }

    private static Message.Part processing(Event event) {
        return new Message.Part(
                new ComponentId("processing"),
                "Image processing",
                new GroupId("images"),
                "Images",
                event == Event.RESOLVED
                        ? ComponentStatus.OPERATIONAL
                        : ComponentStatus.MAJOR_OUTAGE);
    }
}
