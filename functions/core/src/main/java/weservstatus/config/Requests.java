package weservstatus.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The parts of a request: path with query, header names and values. */
final class Requests {
    static final String ORIGIN = "{origin}";
    static final String NONCE = "{nonce}";
    private static final List<String> KNOWN = List.of(ORIGIN, NONCE);

    private static final String PATH =
            "/(?:[A-Za-z0-9._~:/?@!$&'()*+,;=\\[\\]-]|%[0-9A-Fa-f]{2}|\\{origin\\}|\\{nonce\\})*";
    private static final Pattern PATH_PATTERN = Pattern.compile(PATH);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*\\}");
    private static final Pattern TAKEN =
            Pattern.compile("\\{([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)\\}");
    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}";
    private static final Pattern TOKEN_PATTERN = Pattern.compile(TOKEN);
    private static final String VALUE = "[!-~]([ -~]{0,498}[!-~])?";
    private static final Pattern VALUE_PATTERN = Pattern.compile(VALUE);

    /** Set by the probe itself, or would change how the answer is framed. */
    private static final Set<String> OURS =
            Set.of(
                    "host",
                    "user-agent",
                    "accept-encoding",
                    "connection",
                    "content-length",
                    "transfer-encoding");

    private Requests() {}

    /** Path and query as they go over the wire, with {@code {origin}} and {@code {nonce}}. */
    static Reader<String> path() {
        Scalar<String> text =
                new Scalar<>(
                        Set.of(Tag.STR),
                        path -> Optional.of(path).filter(p -> p.startsWith("/")),
                        new Refusal(
                                "is not a path",
                                "start it with a slash, like /?url={origin}/card.png&w=320"),
                        Map.of("type", "string", "pattern", "^" + PATH + "$", "maxLength", 4000));
        return Reader.of(
                (spot, reading) ->
                        text.read(spot, reading).filter(path -> canBeSent(path, spot, reading)),
                text.schema());
    }

    /** The same for a step, which may also name what an earlier step took, even all alone. */
    static Reader<String> stepPath() {
        String start = "^(?=[/{])";
        Reader<String> text =
                new Scalar<>(
                        Set.of(Tag.STR),
                        path ->
                                Optional.of(path)
                                        .filter(p -> p.startsWith("/") || p.startsWith("{")),
                        new Refusal(
                                "is not a path",
                                "start it with a slash or with something taken, such as {picture}"),
                        Map.of("type", "string", "pattern", start, "maxLength", 4000));
        return Reader.of(
                (spot, reading) ->
                        text.read(spot, reading)
                                .filter(path -> canBeSent(filled(path), spot, reading)),
                text.schema());
    }

    /** The names in a step's path that an earlier step must have taken. */
    static Set<String> taken(String path) {
        return TAKEN.matcher(path)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !KNOWN.contains("{" + name + "}"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** With a stand-in for what an earlier step took. */
    private static String filled(String path) {
        String filled =
                TAKEN.matcher(path)
                        .replaceAll(found ->
                                KNOWN.contains(found.group())
                                        ? Matcher.quoteReplacement(found.group())
                                        : "x");
        return filled.startsWith("/") ? filled : "/" + filled;
    }

    private static boolean canBeSent(String path, Spot spot, Reading reading) {
        Optional<String> stranger =
                PLACEHOLDER
                        .matcher(path)
                        .results()
                        .map(MatchResult::group)
                        .filter(group -> !KNOWN.contains(group))
                        .findFirst();
        if (stranger.isPresent()) {
            reading.refuse(
                    spot,
                    stranger.get() + " is not a known placeholder",
                    Suggestion.among(stranger.get(), KNOWN));
            return false;
        }
        if (path.length() > 4000) {
            reading.refuse(
                    spot, "the path has " + path.length() + " characters", "keep it to 4000");
            return false;
        }
        if (!PATH_PATTERN.matcher(path).matches()) {
            reading.refuse(
                    spot,
                    spot.shown() + " has a character that cannot stand in a request",
                    "write it percent-encoded, such as %20 for a space and %25 for %");
            return false;
        }
        return true;
    }

    static Reader<String> headerName() {
        return new Scalar<>(
                Set.of(Tag.STR),
                text -> Optional.of(text).filter(TOKEN_PATTERN.asMatchPredicate()),
                new Refusal("is not a header name", "write it like Content-Type"),
                Map.of("type", "string", "pattern", "^" + TOKEN + "$"));
    }

    static Reader<String> headerValue() {
        return new Scalar<>(
                Set.of(Tag.STR),
                text -> Optional.of(text).filter(VALUE_PATTERN.asMatchPredicate()),
                new Refusal(
                        "is not a header value",
                        "write printable ASCII on one line, no space at either end"),
                Map.of("type", "string", "pattern", "^" + VALUE + "$"));
    }

    /** Headers to send, each name once in whatever case. */
    static Reader<Map<String, String>> headers() {
        return Reader.of(
                Requests::readHeaders,
                Map.of(
                        "type",
                        "object",
                        "propertyNames",
                        Map.of("pattern", "^" + TOKEN + "$"),
                        "additionalProperties",
                        headerValue().schema()));
    }

    private static Optional<Map<String, String>> readHeaders(Spot spot, Reading reading) {
        if (!(spot.node() instanceof MappingNode)) {
            reading.refuse(
                    spot,
                    spot.shown() + " is not a mapping of headers",
                    "write each as Name: value");
            return Optional.empty();
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Entry entry : Entry.of(spot, reading)) {
            Optional<String> value = headerValue().read(entry.value(), reading);
            if (mayBeSent(entry, headers, reading)) {
                value.ifPresent(text -> headers.put(entry.key(), text));
            }
        }
        return Optional.of(headers);
    }

    private static boolean mayBeSent(Entry entry, Map<String, String> sofar, Reading reading) {
        String name = entry.key();
        if (!TOKEN_PATTERN.matcher(name).matches()) {
            reading.refuse(entry.keySpot(), "is not a header name", "write it like Accept");
            return false;
        }
        if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
            reading.refuse(entry.keySpot(), "is set by the probe itself", "remove it");
            return false;
        }
        if (sofar.containsKey(name)) {
            reading.refuse(
                    entry.keySpot(), "is written twice in another case", "remove one of them");
            return false;
        }
        return true;
    }
}
