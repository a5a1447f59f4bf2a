package weservstatus.document;

import java.util.List;
import java.util.Optional;
import weservstatus.status.StatusSnapshot;
import weservstatus.status.StatusSnapshot.ComponentState;
import weservstatus.status.StatusSnapshot.GroupState;
import weservstatus.status.UptimeFigure;
import weservstatus.text.CleanText;

/** {@code /plain}: the page for readers without script, in text browsers and on paper. */
final class PlainHtml {
    static final String MEDIA_TYPE = "text/html; charset=utf-8";

    private static final int MOST_ENTRIES = 20;

    private final StatusSnapshot snapshot;
    private final Feed feed;

    private PlainHtml(StatusSnapshot snapshot, Feed feed) {
        this.snapshot = snapshot;
        this.feed = feed;
    }

    static byte[] write(StatusSnapshot snapshot, Feed feed) {
        PlainHtml page = new PlainHtml(snapshot, feed);
        return Markup.document(
                "<!doctype html>\n",
                html -> html.tag("html").with("lang", "en").inside(page::whole));
    }

    private void whole(Markup html) {
        String state = Words.of(snapshot.status().label());
        html.tag("head")
                .inside(head -> {
                    head.tag("meta").with("charset", "utf-8").empty();
                    head.tag("meta")
                            .with("name", "viewport")
                            .with("content", "width=device-width, initial-scale=1")
                            .empty();
                    head.tag("meta")
                            .with("name", "color-scheme")
                            .with("content", "light dark")
                            .empty();
                    head.element("title", state + " – " + feed.title());
                });
        html.tag("body").inside(body -> body.tag("main").inside(main -> main(main, state)));
    }

    private void main(Markup html, String state) {
        snapshot.page().notice().ifPresent(notice -> html.element("p", notice));
        html.element("h1", feed.title() + ": " + state);
        html.element("p", seen());
        snapshot.groups().forEach(group -> group(html, group));
        html.element("h2", "Incidents and maintenance");
        List<FeedEntry> entries = feed.entries().stream().limit(MOST_ENTRIES).toList();
        if (entries.isEmpty()) {
            html.element("p", "None.");
        }
        html.each(entries, PlainHtml::entry);
        html.tag("p").inside(line -> line.tag("a").with("href", "/").text("To the status page"));
    }

    private String seen() {
        return snapshot.dataThrough()
                .map(through -> "Checked up to " + Words.minute(through) + ".")
                .orElse("Nothing has been checked yet.");
    }

    private static void group(Markup html, GroupState group) {
        html.element("h2", CleanText.line(group.group().name()));
        html.tag("table")
                .inside(table -> {
                    table.tag("tr")
                            .inside(row ->
                                    List.of("Part", "State", "Uptime of 90 days", "Observed")
                                            .forEach(name ->
                                                    row.tag("th").with("scope", "col").text(name)));
                    table.each(group.components(), PlainHtml::component);
                });
    }

    private static void component(Markup html, ComponentState state) {
        UptimeFigure figure = UptimeFigure.of(state.totals().quarter());
        html.tag("tr")
                .inside(row -> {
                    row.tag("th")
                            .with("scope", "row")
                            .text(CleanText.line(state.component().name()));
                    row.element("td", state(state));
                    row.element("td", percent(figure.uptime(), "not enough data"));
                    row.element("td", percent(figure.coverage(), "nothing"));
                });
    }

    private static String state(ComponentState state) {
        String word = Words.of(state.status().label());
        return state.overruling()
                .map(said -> "%s, %s".formatted(word, Words.overruled(said)))
                .orElse(word);
    }

    private static String percent(Optional<String> number, String none) {
        return number.map(known -> known + " %").orElse(none);
    }

    private static void entry(Markup html, FeedEntry entry) {
        html.element("h3", entry.title());
        html.each(
                entry.notes(),
                (inner, note) -> {
                    inner.element("h4", note.heading());
                    inner.safe(note.html());
                });
    }
}
