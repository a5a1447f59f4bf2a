package weservstatus.observe;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must not be published of an exchange: credentials in headers, in queries (also in the query
 * of an address that is itself a parameter) and before an {@code @}. What is found in the request
 * is hidden wherever it occurs again, such as in a message that repeats the address.
 */
public final class Secrets {
    /** Stands where a secret was. */
    public static final String HIDDEN = "[hidden]";

    private static final int SHORTEST = 4;
    private static final String NAMES =
            "[a-z0-9_.-]*(?:token|secret|password|passwd|signature|credential|session|jwt|auth"
                    + "|api[-_]?key|access[-_]?key)[a-z0-9_.-]*|key|sig|pwd|pass";
    private static final Pattern HEADER =
            Pattern.compile("(?i)(?:set-)?cookie2?|" + NAMES.replace("|key|", "|(?:x-)?key|"));
    private static final Pattern PARAMETER =
            Pattern.compile(
                    "(?i)(?<=[?&;]|%3f|%26|%3b)((?:"
                            + NAMES
                            + ")(?:=|%3d))([^&#;\\s\"'<>]+?)(?=%26|%23|%3b|[&#;\\s\"'<>]|$)");
    private static final Pattern USER =
            Pattern.compile("(?i)((?:://|%3a%2f%2f))([^/@\\s\"'<>]+?)(@|%40)");

    /** Those that are known by their names alone, such as in a definition. */
    public static final Secrets NAMED = new Secrets(List.of());

    private final List<String> values;

    private Secrets(List<String> values) {
        this.values = values;
    }

    /** Those of a request; answers may repeat them. */
    public static Secrets of(Exchange exchange) {
        List<String> found = new ArrayList<>();
        String url = exchange.url().toString();
        collect(PARAMETER.matcher(url), found);
        collect(USER.matcher(url), found);
        for (Header header : exchange.requestHeaders()) {
            if (isSecret(header)) {
                found.add(header.value());
            }
            collect(PARAMETER.matcher(header.value()), found);
        }
        found.removeIf(value -> value.length() < SHORTEST);
        found.sort(Comparator.comparingInt(String::length).reversed());
        return new Secrets(List.copyOf(found));
    }

    /** The text without them. */
    public String hidden(String text) {
        String shown = PARAMETER.matcher(text).replaceAll("$1" + HIDDEN);
        shown = USER.matcher(shown).replaceAll("$1" + HIDDEN + "$3");
        for (String value : values) {
            shown = shown.replace(value, HIDDEN);
        }
        return shown;
    }

    /** The header without them. */
    public Header hidden(Header header) {
        return new Header(header.name(), isSecret(header) ? HIDDEN : hidden(header.value()));
    }

    /** The address without them; brackets are percent-encoded to keep it one. */
    public URI hidden(URI url) {
        return URI.create(hidden(url.toString()).replace("[", "%5B").replace("]", "%5D"));
    }

    /** The finding without them. */
    public Finding hidden(Finding finding) {
        return new Finding(
                hidden(finding.expected()), hidden(finding.actual()), hidden(finding.failure()));
    }

    /** The failure without them. */
    public Optional<Failure> hidden(Optional<Failure> failure) {
        return failure.map(f -> new Failure(f.reason(), f.phase(), hidden(f.message())));
    }

    /** The body without what the request had; bytes that repeat nothing stay as they are. */
    public byte[] hidden(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String shown = text;
        for (String value : values) {
            shown = shown.replace(value, HIDDEN);
        }
        return shown.equals(text) ? body : shown.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean isSecret(Header header) {
        return HEADER.matcher(header.name()).matches();
    }

    private static void collect(Matcher matcher, List<String> found) {
        while (matcher.find()) {
            found.add(matcher.group(2));
        }
    }
}
