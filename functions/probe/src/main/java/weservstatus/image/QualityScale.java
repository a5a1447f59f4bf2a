package weservstatus.image;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which quality, 1 to 100, a picture was saved with, by how coarse its quantiser is.
 *
 * @param quality as far as the file tells it
 * @param below how far an honest encoder may seem to lie below the quality asked for
 * @param above the same, above
 */
record QualityScale(double quality, double below, double above) {
    /** Mean of the standard luminance table of JPEG at quality 50 (ITU-T T.81, table K.1). */
    private static final double STANDARD_MEAN = 57.6;

    /** libwebp spreads its segments around the quality; seen are 7 below and 4 above. */
    private static final double SEGMENTS_BELOW = 9;

    private static final double SEGMENTS_ABOVE = 5;

    /** Tables of another kind can be compared by their mean only: half as coarse again. */
    private static final double OTHER_TABLES = 12;

    /** Quality is rounded to one of 64 levels by libheif. */
    private static final double ROUNDED = 1;

    private static final double WEBP_RANGE = 127;

    /** Steps of libaom's 64 levels in its quantiser index, but for the last two. */
    private static final int AV1_STEP = 4;

    private static final double AV1_LEVELS = 63;

    /** Empty where nothing is quantised or the file does not tell. */
    static Optional<QualityScale> of(PictureFacts facts) {
        Encoding encoding = facts.encoding();
        OptionalDouble quantiser = encoding.quantiser();
        if (quantiser.isEmpty()) {
            return Optional.empty();
        }
        double coarse = quantiser.getAsDouble();
        return switch (facts.format()) {
            case JPEG, TIFF ->
                    Optional.of(
                            encoding.quality().isPresent()
                                    ? new QualityScale(encoding.quality().getAsInt(), 0, 0)
                                    : new QualityScale(ofMean(coarse), OTHER_TABLES, OTHER_TABLES));
            case WEBP ->
                    Optional.of(new QualityScale(ofWebp(coarse), SEGMENTS_BELOW, SEGMENTS_ABOVE));
            case AVIF ->
                    Optional.of(
                            new QualityScale(
                                    100 - coarse / AV1_STEP * 100 / AV1_LEVELS, ROUNDED, ROUNDED));
            case PNG, GIF -> Optional.empty();
        };
    }

    /** The scaling of the standard tables by the Independent JPEG Group, turned round. */
    private static double ofMean(double mean) {
        return mean <= STANDARD_MEAN ? 100 - 50 * mean / STANDARD_MEAN : 50 * STANDARD_MEAN / mean;
    }

    /** libwebp's curve from quality to index, turned round. */
    private static double ofWebp(double index) {
        double light = Math.pow(1 - index / WEBP_RANGE, 3);
        return 100 * (light < 0.5 ? light * 1.5 : (light + 1) / 2);
    }

    boolean agrees(double asked) {
        return quality >= asked - below && quality <= asked + above;
    }
}
