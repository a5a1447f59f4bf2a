package weservstatus.image;

import java.util.OptionalDouble;

/**
 * How the pixels are packed, as far as a request can ask for it.
 *
 * @param interlaced progressive JPEG, Adam7 PNG or interlaced GIF
 * @param lossless WebP without loss
 * @param coarseness mean quantiser of a JPEG's first table, 1 = finest; empty for other formats
 */
record Encoding(boolean interlaced, boolean lossless, OptionalDouble coarseness) {
    static final Encoding PLAIN = new Encoding(false, false, OptionalDouble.empty());

    static Encoding interlaced(boolean interlaced) {
        return new Encoding(interlaced, false, OptionalDouble.empty());
    }
}
