package weservstatus.config;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Tag;
import weservstatus.check.Look;

/** The keys of status.yaml by which the owner changes the looks of the page. */
final class LookFields {
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    private static final Field<String> ON_LIGHT =
            Field.required(
                    "light",
                    colour("light", Contrast.LIGHT, "write a darker one, such as \"#2f62c4\""),
                    "On the light page; contrast of 4.5 or more.",
                    "light: \"#2f62c4\"");
    private static final Field<String> ON_DARK =
            Field.required(
                    "dark",
                    colour("dark", Contrast.DARK, "write a lighter one, such as \"#8db2ff\""),
                    "On the dark page; contrast of 4.5 or more.",
                    "dark: \"#8db2ff\"");
    private static final Field<String> LINK_NAME =
            Field.required("name", Scalars.line(60), "What visitors read.", "name: Website");
    private static final Field<URI> LINK_URL =
            Field.required("url", Urls.any(), "Where it leads.", "url: https://example.org/");

    static final Field<Look.Logo> LOGO =
            Field.optional(
                    "logo",
                    Logos.reader(),
                    "Picture beside the name, in the file itself: the text of an SVG, or"
                            + " data:image/png;base64, and a PNG; at most 32 KB.",
                    "the mark of the product");
    static final Field<Look.Accent> ACCENT =
            Field.optional(
                    "colour",
                    new SectionReader("the colour", ON_LIGHT, ON_DARK)
                            .as(one -> new Look.Accent(one.of(ON_LIGHT), one.of(ON_DARK))),
                    "Of links and of the speed chart; states keep theirs.",
                    "blue");
    static final Field<List<Look.Link>> LINKS =
            Field.optional(
                    "links",
                    new ListOf<>(
                            "link",
                            8,
                            new SectionReader("a link", LINK_NAME, LINK_URL)
                                    .as(one -> new Look.Link(one.of(LINK_NAME), one.of(LINK_URL)))),
                    "Your own links in the foot of the page.",
                    "none");
    static final Field<String> FOOTER =
            Field.optional(
                    "footer", Scalars.line(300), "One sentence at the end of the page.", "none");

    private LookFields() {}

    static Look look(Section page) {
        return new Look(
                page.find(LOGO),
                page.find(ACCENT),
                page.orElse(LINKS, List.of()),
                page.find(FOOTER));
    }

    /** A colour that can be read on each of the grounds. */
    private static Reader<String> colour(String theme, List<String> grounds, String remedy) {
        Reader<String> colour =
                new Scalar<>(
                        Set.of(Tag.STR),
                        text ->
                                Optional.of(text.toLowerCase(Locale.ROOT))
                                        .filter(COLOUR.asMatchPredicate()),
                        new Refusal("is not a colour", "write it in quotes as \"#rrggbb\", in hex"),
                        Map.of("type", "string", "pattern", "^#[0-9A-Fa-f]{6}$"));
        return Reader.of(
                (spot, reading) -> {
                    Optional<String> read = colour.read(spot, reading);
                    double ratio = read.map(one -> Contrast.worst(one, grounds)).orElse(21.0);
                    if (ratio >= Contrast.LEAST) {
                        return read;
                    }
                    reading.refuse(spot, tooFaint(spot, ratio, theme), remedy);
                    return Optional.empty();
                },
                colour.schema());
    }

    private static String tooFaint(Spot spot, double ratio, String theme) {
        return String.format(
                Locale.ROOT,
                "%s has a contrast of only %.1f on the %s page, less than %.1f",
                spot.shown(),
                Math.floor(ratio * 10) / 10,
                theme,
                Contrast.LEAST);
    }
}
