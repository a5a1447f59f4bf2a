package weservstatus.document;

import java.util.HexFormat;
import weservstatus.text.Sha256;

/** Strong entity tags from content, so that equal bytes have equal tags on every machine. */
final class EntityTag {
    private static final int BYTES = 16;

    private EntityTag() {}

    /** 128 bits of SHA-256 over all parts in hexadecimal. */
    static String digest(byte[]... parts) {
        return HexFormat.of().formatHex(Sha256.of(parts), 0, BYTES);
    }

    static String quoted(String tag, Coding coding) {
        return switch (coding) {
            case IDENTITY -> '"' + tag + '"';
            case GZIP -> '"' + tag + "-gzip\"";
        };
    }
}
