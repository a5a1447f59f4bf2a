package weservstatus.config;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Tag;
import weservstatus.check.Look.Logo;

/**
 * A picture that stands in status.yaml itself, so that the page needs no file and no other host.
 */
final class Logos {
    /** Bytes; a logo of a few lines has hundreds, one that was a photo has millions. */
    private static final int MOST = 32 * 1024;

    private static final String PNG = "data:image/png;base64,";
    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final Refusal REFUSAL =
            new Refusal(
                    "is no logo",
                    "write an SVG that begins with <svg, or data:image/png;base64, and a PNG, of"
                            + " at most 32 KB");

    private Logos() {}

    static Reader<Logo> reader() {
        return new Scalar<>(
                Set.of(Tag.STR),
                Logos::parse,
                REFUSAL,
                Map.of(
                        "type",
                        "string",
                        "maxLength",
                        MOST * 4 / 3 + PNG.length() + 4,
                        "pattern",
                        "^\\s*(<svg[\\s>]|data:image/png;base64,)"));
    }

    private static Optional<Logo> parse(String text) {
        String stripped = text.strip();
        return stripped.startsWith(PNG) ? png(stripped.substring(PNG.length())) : svg(stripped);
    }

    private static Optional<Logo> svg(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean fits = text.matches("(?s)<svg[\\s>].*</svg>") && bytes.length <= MOST;
        return fits
                ? Optional.of(new Logo("image/svg+xml", Base64.getEncoder().encodeToString(bytes)))
                : Optional.empty();
    }

    private static Optional<Logo> png(String text) {
        String base64 = text.replaceAll("\\s", "");
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            byte[] start = Arrays.copyOf(bytes, PNG_START.length);
            return bytes.length <= MOST && Arrays.equals(start, PNG_START)
                    ? Optional.of(new Logo("image/png", base64))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
