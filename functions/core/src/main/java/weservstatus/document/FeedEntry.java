package weservstatus.document;

import java.time.Instant;
import java.util.List;

/**
 * One incident, or one time that planned work takes place, in every feed.
 *
 * @param id the same for ever
 * @param link its own page
 * @param kind {@code incident} or {@code maintenance}
 * @param updated when anything about it last changed: readers show it anew then
 * @param concerns names of components, may be empty
 * @param notes newest first
 */
record FeedEntry(
        String id,
        String link,
        String kind,
        String title,
        Instant published,
        Instant updated,
        String concerns,
        List<Note> notes) {
    FeedEntry {
        notes = List.copyOf(notes);
    }

    /**
     * One thing said.
     *
     * @param heading status and time
     * @param body as it was written
     * @param html the same as safe HTML
     */
    record Note(String heading, String body, String html) {}

    /** All that was said, as HTML. */
    String html() {
        return Markup.fragment(html -> {
            html.each(notes, FeedEntry::note);
            if (!concerns.isEmpty()) {
                html.element("p", "Concerns: " + concerns);
            }
        });
    }

    private static void note(Markup html, Note note) {
        html.tag("p").inside(line -> line.element("strong", note.heading()));
        html.safe(note.html());
    }

    /** The same without markup. */
    String text() {
        StringBuilder text = new StringBuilder();
        notes.forEach(note ->
                text.append(note.heading()).append('\n').append(note.body()).append("\n\n"));
        return text.append(concerns.isEmpty() ? "" : "Concerns: " + concerns).toString().strip();
    }
}
