package weservstatus.document;

/**
 * A flat badge of the usual size. Text is stretched to the computed width, so that it fits whatever
 * face the reader has; the whole is one picture with one name for screen readers.
 */
final class BadgeSvg {
    static final String MEDIA_TYPE = "image/svg+xml; charset=utf-8";

    private static final int HEIGHT = 20;
    private static final int SIZE = 11;
    private static final int PADDING = 6;
    private static final int BASELINE = 14;
    private static final String LABEL_COLOUR = "#444d56";

    private BadgeSvg() {}

    static byte[] write(Badge badge) {
        int left = GlyphWidths.pixels(badge.label(), SIZE) + 2 * PADDING;
        int right = GlyphWidths.pixels(badge.message(), SIZE) + 2 * PADDING;
        String name = badge.label() + ": " + badge.message();
        return Markup.document(
                "",
                svg ->
                        svg.tag("svg")
                                .with("xmlns", "http://www.w3.org/2000/svg")
                                .with("width", Integer.toString(left + right))
                                .with("height", Integer.toString(HEIGHT))
                                .with("role", "img")
                                .with("aria-label", name)
                                .inside(inner -> {
                                    inner.element("title", name);
                                    part(inner, new Part(badge.label(), 0, left, LABEL_COLOUR));
                                    part(
                                            inner,
                                            new Part(badge.message(), left, right, badge.colour()));
                                }));
    }

    private record Part(String text, int x, int width, String colour) {}

    private static void part(Markup svg, Part part) {
        svg.tag("rect")
                .with("x", Integer.toString(part.x()))
                .with("width", Integer.toString(part.width()))
                .with("height", Integer.toString(HEIGHT))
                .with("fill", part.colour())
                .empty();
        svg.tag("text")
                .with("x", Integer.toString(part.x() + PADDING))
                .with("y", Integer.toString(BASELINE))
                .with("textLength", Integer.toString(part.width() - 2 * PADDING))
                .with("fill", "#fff")
                .with("font-family", "Verdana,DejaVu Sans,Geneva,sans-serif")
                .with("font-size", Integer.toString(SIZE))
                .text(part.text());
    }
}
