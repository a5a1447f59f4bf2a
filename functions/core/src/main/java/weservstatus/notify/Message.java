package weservstatus.notify;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import weservstatus.check.ComponentId;
import weservstatus.check.GroupId;
import weservstatus.incident.Impact;
import weservstatus.observe.Side;
import weservstatus.verdict.ComponentStatus;

/**
 * One thing to tell, complete: a channel renders it and needs nothing else. Texts are as people or
 * the service's answers wrote them; whoever renders them escapes them.
 *
 * @param page name of the status page that it comes from
 * @param parts components that it concerns; empty when it concerns none in particular
 * @param advice what a reader should do, one or two sentences
 * @param at when what it tells happened or was said
 */
public record Message(
        MessageId id,
        Event event,
        About about,
        String page,
        Heading heading,
        List<Part> parts,
        Facts facts,
        Look look,
        String advice,
        Instant at) {
    public Message {
        parts = List.copyOf(parts);
    }

    /**
     * What it is called.
     *
     * @param title of the incident or the work, plain text in one line
     * @param impact of the incident; {@link Impact#NONE} for planned work
     * @param status word for how far it is, such as {@code investigating} or {@code in_progress}
     */
    public record Heading(String title, Impact impact, String status) {}

    /** One component, as it is after what the message tells. */
    public record Part(
            ComponentId id, String name, GroupId group, String groupName, ComponentStatus status) {}

    /**
     * What is known.
     *
     * @param what Markdown by people, plain sentences by the monitor; may hold several lines
     * @param since when it began, or when planned work begins
     * @param until when it ended, or when planned work is to end; absent while that is not known
     * @param places names of the locations that see it; empty when that says nothing
     * @param side whose fault it is, as far as known
     * @param failing names of the failing checks
     */
    public record Facts(
            String what,
            Instant since,
            Optional<Instant> until,
            List<String> places,
            Optional<Side> side,
            List<String> failing) {
        public Facts {
            places = List.copyOf(places);
            failing = List.copyOf(failing);
        }
    }

    /**
     * Where to look.
     *
     * @param link page of the incident or the work
     * @param evidence documents of what was kept of failed observations, newest last
     * @param curl a line for a shell that asks as the monitor did
     */
    public record Look(URI link, List<URI> evidence, Optional<String> curl) {
        public Look {
            evidence = List.copyOf(evidence);
        }
    }
}
