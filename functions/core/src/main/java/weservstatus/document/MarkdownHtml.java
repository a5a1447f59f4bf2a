package weservstatus.document;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import weservstatus.text.CleanText;

/**
 * What people wrote in Markdown as HTML that may stand anywhere: no script, no style, nothing that
 * is fetched when it is shown, and no heading above those of the page around it. HTML within the
 * Markdown stays text.
 */
public final class MarkdownHtml {
    /** Quotes in quotes in quotes: more than people write, fewer than would cost time. */
    private static final int DEEPEST = 20;

    private static final Parser PARSER =
            Parser.builder()
                    .maxOpenBlockParsers(DEEPEST)
                    .postProcessor(new PicturesAsLinks())
                    .build();

    /** Whoever breaks a line means it. */
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).softbreak("<br>").build();

    /** Whole addresses only: a feed or a mail has no page that others could be relative to. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?://|mailto:).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Map<String, String> HEADINGS =
            Map.of("h1", "h4", "h2", "h5", "h3", "h6", "h4", "h6", "h5", "h6", "h6", "h6");

    /** What the renderer writes is trusted no more than what anybody else would have written. */
    private static final PolicyFactory POLICY =
            new HtmlPolicyBuilder()
                    .allowElements(
                            "p",
                            "br",
                            "strong",
                            "em",
                            "code",
                            "pre",
                            "blockquote",
                            "ul",
                            "ol",
                            "li",
                            "hr")
                    .allowElements(
                            (name, attributes) -> HEADINGS.get(name),
                            HEADINGS.keySet().toArray(String[]::new))
                    .allowAttributes("href")
                    .matching(ADDRESS)
                    .onElements("a")
                    .allowElements(MarkdownHtml::link, "a")
                    .allowUrlProtocols("https", "http", "mailto")
                    .toFactory();

    private MarkdownHtml() {}

    /** Safe HTML of any text; empty for an empty one. */
    public static String of(String markdown) {
        Node document = PARSER.parse(CleanText.of(markdown));
        return CleanText.of(POLICY.sanitize(RENDERER.render(document))).strip();
    }

    /** Safe HTML of plain sentences: a paragraph for each line, in which nothing means anything. */
    public static String plain(String sentences) {
        List<String> lines = sentences.lines().filter(line -> !line.isBlank()).toList();
        return Markup.fragment(html -> html.each(lines, (inner, line) -> inner.element("p", line)));
    }

    /**
     * What is said of an incident or of planned work.
     *
     * @param byMonitor whether the monitor said it, which says plain sentences
     */
    static String said(String body, boolean byMonitor) {
        Function<String, String> form = byMonitor ? MarkdownHtml::plain : MarkdownHtml::of;
        return form.apply(body);
    }

    /** In one order always, so that equal snapshots give equal bytes. */
    private static String link(String name, List<String> attributes) {
        if (!attributes.isEmpty()) {
            attributes.addAll(List.of("rel", "nofollow noopener noreferrer"));
        }
        return name;
    }
}
