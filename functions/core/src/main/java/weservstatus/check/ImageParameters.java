package weservstatus.check;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The query of a request as weserv reads it: the first of several equal names wins, old names stand
 * for new ones, and a value that cannot be read or lies out of range counts as not given.
 *
 * @param values by the short name of each parameter, in the order given
 */
public record ImageParameters(Map<String, String> values) {

    private static final Map<String, String> SHORT_NAMES =
            Map.ofEntries(
                    Map.entry("width", "w"),
                    Map.entry("height", "h"),
                    Map.entry("align", "a"),
                    Map.entry("shape", "mask"),
                    Map.entry("strim", "mtrim"),
                    Map.entry("or", "ro"),
                    Map.entry("quality", "q"),
                    Map.entry("level", "l"),
                    Map.entry("lossless", "ll"),
                    Map.entry("pages", "n"),
                    Map.entry("errorredirect", "default"));

    /** These are read by the web server in front, which does not care about case. */
    private static final Set<String> CASELESS =
            Set.of("url", "default", "filename", "encoding", "maxage");

    /** All that change a picture, by their short names. */
    private static final Set<String> KNOWN =
            Set.of(
                    ("w h dpr fit we t a fpx fpy fsol cx cy cw ch crop precrop trim tbg cbg mask mtrim"
                                    + " mbg ro rbg flip flop bg blur sharp sharpf sharpj f j s con gam"
                                    + " mod sat hue bri filt start stop tint output q l af il ll n page"
                                    + " loop delay encoding")
                            .split(" "));

    private static final Pattern LENGTH = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(%)?.*");
    private static final Pattern NUMBER = Pattern.compile("([+-]?[0-9]+(?:\\.[0-9]+)?).*");

    public ImageParameters {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Reads everything after the first question mark; the path does not matter to weserv. */
    public static ImageParameters of(String pathAndQuery) {
        Map<String, String> values = new LinkedHashMap<>();
        int mark = pathAndQuery.indexOf('?');
        String query = mark < 0 ? "" : pathAndQuery.substring(mark + 1);
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (!name.isEmpty()) {
                values.putIfAbsent(
                        shortName(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return new ImageParameters(values);
    }

    private static String shortName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String known = CASELESS.contains(lower) ? lower : name;
        return SHORT_NAMES.getOrDefault(known, known);
    }

    private static String decoded(String text) {
        try {
            // A plus sign is a plus sign to weserv, unlike in a form.
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEscaped) {
            return text;
        }
    }

    /** Only those that change a picture; delivery, source and all that is unknown left out. */
    public ImageParameters known() {
        Map<String, String> known = new LinkedHashMap<>(values);
        known.keySet().retainAll(KNOWN);
        return new ImageParameters(known);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Given and not switched off by {@code 0} or {@code false}. */
    public boolean flag(String name) {
        return text(name).filter(value -> !value.equals("0") && !value.equals("false")).isPresent();
    }

    /** A number from {@code min} to {@code max}; whatever follows the digits is not read. */
    public OptionalDouble number(String name, double min, double max) {
        Matcher matcher = NUMBER.matcher(text(name).orElse(""));
        if (!matcher.matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(matcher.group(1));
        return value >= min && value <= max ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** Pixels or a percentage up to 100; {@code 100px} reads as 100, below zero as not given. */
    public Optional<Length> length(String name) {
        Matcher matcher = LENGTH.matcher(text(name).orElse(""));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double value = Double.parseDouble(matcher.group(1));
        boolean percent = matcher.group(2) != null;
        return percent && value > 100
                ? Optional.empty()
                : Optional.of(new Length(percent ? value : Math.floor(value), percent));
    }

    public Optional<Colour> colour(String name) {
        return text(name).flatMap(Colour::parse);
    }
}
