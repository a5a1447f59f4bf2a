package weservstatus.image;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How the pixels are packed, as far as a request can ask for it.
 *
 * @param interlaced progressive JPEG, Adam7 PNG or interlaced GIF
 * @param lossless WebP or TIFF without loss
 * @param quality 1 to 100, where standard tables tell it: JPEG, and TIFF that holds JPEG
 * @param quantiser how coarse: mean of the first table (JPEG, from 1), mean index (lossy WebP, 0 to
 *     127), base index (AVIF, 0 to 255); empty for other formats
 */
record Encoding(
        boolean interlaced, boolean lossless, OptionalInt quality, OptionalDouble quantiser) {
    static final Encoding PLAIN = interlaced(false);

    static Encoding interlaced(boolean interlaced) {
        return new Encoding(interlaced, false, OptionalInt.empty(), OptionalDouble.empty());
    }

    static Encoding quantised(OptionalInt index) {
        OptionalDouble quantiser =
                index.isPresent() ? OptionalDouble.of(index.getAsInt()) : OptionalDouble.empty();
        return new Encoding(false, false, OptionalInt.empty(), quantiser);
    }
}
