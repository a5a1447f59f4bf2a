package weservstatus.document;

import java.util.Base64;
import java.util.Map;
import weservstatus.check.Look.Logo;

/**
 * {@code /logo}: the owner's picture. It is shown as a picture; opened by itself it may do nothing.
 */
public final class LogoDocument {
    /** An SVG may bring its own styles, and nothing else. */
    public static final Map<String, String> HEADERS =
            Map.of(
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'unsafe-inline'; sandbox");

    private LogoDocument() {}

    static Rendered of(Logo logo) {
        return WholeDocument.of(
                Base64.getDecoder().decode(logo.base64()),
                logo.mediaType(),
                Documents.CACHED_BRIEFLY);
    }
}
