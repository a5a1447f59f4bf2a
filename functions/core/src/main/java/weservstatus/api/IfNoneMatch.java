package weservstatus.api;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The condition of RFC 9110, 13.1.2: tags are compared weakly, so a CDN may have weakened ours. */
final class IfNoneMatch {
    private static final Pattern TAG = Pattern.compile("\"[^\"]*\"");

    private IfNoneMatch() {}

    /** Whether the client has the document with this tag already. */
    static boolean has(Optional<String> header, String etag) {
        return header.filter(value -> value.trim().equals("*") || lists(value, etag)).isPresent();
    }

    private static boolean lists(String value, String etag) {
        Matcher tags = TAG.matcher(value);
        while (tags.find()) {
            if (tags.group().equals(etag)) {
                return true;
            }
        }
        return false;
    }
}
