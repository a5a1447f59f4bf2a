package weservstatus.document;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weservstatus.document.FeedEntry.Note;
import weservstatus.status.Announcements.AffectedState;
import weservstatus.status.Announcements.IncidentState;
import weservstatus.status.Announcements.UpdateState;
import weservstatus.status.Announcements.WorkState;
import weservstatus.status.Announcements.WorkUpdate;
import weservstatus.status.StatusSnapshot;
import weservstatus.status.StatusSnapshot.ComponentState;
import weservstatus.text.CleanText;

/**
 * What Atom, RSS and JSON Feed have in common: incidents and planned work, what changed last first.
 */
final class Feed {
    /** Planned work comes into the feed so long before it starts, however long it was known. */
    private static final Duration AHEAD = Duration.ofDays(7);

    private static final int MOST = 50;

    private final StatusSnapshot snapshot;
    private final PageLinks links;

    Feed(StatusSnapshot snapshot) {
        this.snapshot = snapshot;
        this.links = PageLinks.of(snapshot.page());
    }

    PageLinks links() {
        return links;
    }

    String id() {
        return links.urn("feed");
    }

    String title() {
        return CleanText.line(snapshot.page().name());
    }

    /** Says how it is now: the one part of a feed that is not about the past. */
    String subtitle() {
        String said =
                snapshot.components().stream()
                        .flatMap(state -> said(state).stream())
                        .collect(Collectors.joining());
        return "Now: " + Words.of(snapshot.status().label()) + said;
    }

    private static Optional<String> said(ComponentState state) {
        return state.overruling()
                .map(said ->
                        "; %s: %s, %s"
                                .formatted(
                                        CleanText.line(state.component().name()),
                                        Words.of(state.status().label()),
                                        Words.overruled(said)));
    }

    /** When an entry or the state last changed, the epoch when nothing is known of either. */
    Instant updated() {
        return Stream.concat(entries().stream().map(FeedEntry::updated), snapshot.since().stream())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    List<FeedEntry> entries() {
        Stream<FeedEntry> incidents =
                snapshot.announcements().incidents().stream().map(this::incident);
        Stream<FeedEntry> works =
                snapshot.announcements().works().stream()
                        .filter(work -> !published(work).isAfter(snapshot.generatedAt()))
                        .map(this::work);
        return Stream.concat(incidents, works)
                .sorted(
                        Comparator.comparing(FeedEntry::updated)
                                .reversed()
                                .thenComparing(FeedEntry::id))
                .limit(MOST)
                .toList();
    }

    private FeedEntry incident(IncidentState incident) {
        return new FeedEntry(
                links.urn("incident/" + incident.id()),
                links.incident(incident.id()),
                "incident",
                CleanText.line(incident.title()) + " – " + Words.of(incident.status().label()),
                incident.entered(),
                incident.updated(),
                Words.names(
                        snapshot,
                        incident.affected().stream().map(AffectedState::component).toList()),
                incident.updates().reversed().stream().map(Feed::note).toList());
    }

    private static Note note(UpdateState update) {
        return note(
                update.status().label(),
                update.at(),
                update.body(),
                MarkdownHtml.said(update.body(), update.byMonitor()));
    }

    private static Note note(String label, Instant at, String body, String html) {
        return new Note(Words.of(label) + ", " + Words.minute(at), CleanText.of(body), html);
    }

    private FeedEntry work(WorkState work) {
        return new FeedEntry(
                links.urn("maintenance/" + work.id()),
                links.incident(work.id()),
                "maintenance",
                "Maintenance: %s – %s, %s"
                        .formatted(
                                CleanText.line(work.title()),
                                Words.of(work.status().label()),
                                Words.minute(work.start())),
                published(work),
                updated(work),
                Words.names(snapshot, work.components()),
                notes(work));
    }

    private static Instant published(WorkState work) {
        Instant soon = work.start().minus(AHEAD);
        return soon.isAfter(work.announced()) ? soon : work.announced();
    }

    /** It starts and ends by itself, and that moves its entry too. */
    private Instant updated(WorkState work) {
        return Stream.of(published(work), work.updated(), work.start(), work.end())
                .filter(moment -> !moment.isAfter(snapshot.generatedAt()))
                .max(Comparator.naturalOrder())
                .orElseGet(() -> published(work));
    }

    private static List<Note> notes(WorkState work) {
        Stream<Note> said =
                work.updates().reversed().stream()
                        .map((WorkUpdate update) ->
                                note(
                                        update.status().label(),
                                        update.at(),
                                        update.body(),
                                        MarkdownHtml.said(update.body(), update.byMonitor())));
        String window =
                "From %s to %s."
                        .formatted(Words.minute(work.start()), Words.minute(work.announcedEnd()));
        Note announced =
                note(
                        "announced",
                        work.announced(),
                        window + "\n" + work.body(),
                        MarkdownHtml.plain(window) + MarkdownHtml.of(work.body()));
        return Stream.concat(said, Stream.of(announced)).toList();
    }
}
