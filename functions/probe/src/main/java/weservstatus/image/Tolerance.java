package weservstatus.image;

import weservstatus.check.ImageFormat;

/**
 * How far an honest picture may lie from the computed one. All levels are of 255; {@code cell} is
 * the side of a card cell in the answer, in pixels.
 *
 * <p>An honest difference has three sources. Rounding and resampling stay below 3 in the mean of a
 * block. A lossy codec adds half a quantiser step in each of its three channels (it grows with
 * {@code coarseness}) and lets the colour of a cell bleed over its edge, by up to the 16 pixels of
 * a block with halved chroma: in a cell of that size hardly a pixel is left alone, so the share
 * falls with the area of the cell. The figures are the largest ones seen over the recorded
 * exchanges with a third to spare.
 *
 * @param shift how far, in pixels, an edge may lie beside its computed place
 * @param coarseness of the codec: 0 lossless, 1 as JPEG quality 50, 16 at the most
 * @param halved whether the codec halves the chroma whatever the quality
 * @param texture how far the mean of a fine pattern may move, as a share of its deviation: a
 *     nonlinear change of colours turns another contrast into another mean
 * @param enlarged how many times larger than its source the picture is, at least 1
 * @param amplified how far a change of colours may magnify what the source's own codec left
 * @param glow how many times stronger than computed an edge may be besides
 */
record Tolerance(
        int shift,
        double coarseness,
        double bleeding,
        double cell,
        double enlarged,
        boolean halved,
        double texture,
        double amplified,
        double glow) {

    /** Beyond this a colour difference in a plain area shows to the eye. */
    private static final double VISIBLE = 8;

    /**
     * Twice the saturation moves dark channels so far: the curve of sRGB is steep there. Measured
     * 16 with a JPEG source, of which {@link #plain} covers the half.
     */
    private static final double AMPLIFIED = 8;

    /** A tenth more or less of the lightness; another hue lies further off. */
    private static final double TINTED = 25;

    private static final double GLOW = 3;
    private static final double BANDED = 8;
    private static final double DOTTED = 20;
    private static final double WORST = 16;

    /** Default quality of the service. */
    private static final int QUALITY = 80;

    static Tolerance of(ImageFormat format, boolean lossless, int quality, Scale scale) {
        boolean lossy =
                switch (format) {
                    case JPEG, TIFF, AVIF -> true;
                    case WEBP -> !lossless;
                    case PNG, GIF -> false;
                };
        if (!lossy) {
            // A GIF spreads the error of its 256 colours over neighbours.
            double dither = format == ImageFormat.GIF ? 600 : 200;
            return new Tolerance(1, 0, dither, scale.cell(), scale.enlarged(), false, 0, 0, 1);
        }
        double coarseness = Math.min(WORST, coarseness(quality));
        double bleeding = 3200 * Math.max(1, coarseness);
        return new Tolerance(
                2,
                coarseness,
                bleeding,
                scale.cell(),
                scale.enlarged(),
                format == ImageFormat.WEBP,
                0,
                0,
                1);
    }

    /**
     * For colours changed after the scaling.
     *
     * @param lossySource whether the source comes with errors of its own
     */
    Tolerance recoloured(boolean lossySource) {
        return recoloured(lossySource ? AMPLIFIED : 0);
    }

    /** For a tint: builds weigh its lightness in different ways, so the hue decides. */
    Tolerance tinted() {
        return recoloured(TINTED);
    }

    private Tolerance recoloured(double by) {
        return new Tolerance(shift, coarseness, bleeding, cell, enlarged, halved, 0.3, by, glow);
    }

    /** For a half-transparent layer that is added: half-clear edges outshine both sides. */
    Tolerance glowing() {
        return glowing(GLOW);
    }

    /** For a soft picture in 256 colours: its shades become dots. */
    Tolerance banded() {
        return recoloured(BANDED).glowing(DOTTED);
    }

    private Tolerance glowing(double by) {
        return new Tolerance(
                shift, coarseness, bleeding, cell, enlarged, halved, texture, amplified, by);
    }

    /** The scaling of the standard quantisation tables by the Independent JPEG Group. */
    static double coarseness(int quality) {
        return quality < 50 ? 50.0 / quality : 2 - quality / 50.0;
    }

    static int usualQuality() {
        return QUALITY;
    }

    /** Side of the blocks whose means are compared: five to a cell, so that three lie inside. */
    int block() {
        return Math.clamp(Math.round(cell / 5), 1, 16);
    }

    /** Largest difference of a block's mean where the picture is plain all around. */
    double plain() {
        return VISIBLE + amplified + 3.2 * coarseness + bleeding / (cell * cell);
    }

    /**
     * The same where neighbouring colours lie close by.
     *
     * @param spread how much the mean changes when the block moves by {@link #shift}
     * @param deviation of brightness inside the block
     */
    double beside(double spread, double deviation) {
        // Chroma of half the size smears over one pixel more.
        double smeared = coarseness > 0 ? halved ? 0.6 : 0.5 : 0.1;
        return plain() + smeared * spread + texture * deviation;
    }

    /** Largest difference of one channel's mean over all that is plain: errors of codecs cancel. */
    double cast() {
        return 4 + coarseness + amplified / 2;
    }

    /** Largest standard deviation inside a block that should be plain. */
    double roughness() {
        return 10 + 2 * coarseness + Math.max(400, bleeding / 8) / (cell * cell);
    }

    /** Whether the checker's squares are large enough to survive the scaling. */
    boolean showsChecker() {
        return cell >= 20;
    }

    /** Least contrast of a checker, as a share of the computed one. */
    double leastContrast() {
        // A linear filter over half the size leaves 0.75² of squares of two pixels; below 1.2
        // pixels a square, resamplers disagree about what is left.
        return cell >= 24 ? 0.55 : 0.35;
    }

    double mostContrast() {
        return 2;
    }

    /** Least sharpness of edges, as a share of the computed one. */
    double leastSharpness() {
        // Squares of a checker near the size of a pixel come out as any grey.
        // A change of brightness counts squared, so this is the square of the least contrast.
        double aliased = cell >= 10 && cell < 20 ? 0.05 : cell < 24 ? 0.18 : 0.3;
        double least = halved ? Math.min(0.12, aliased) : aliased;
        // An edge enlarged n times by a smooth kernel rises over n pixels.
        return (coarseness > 1 ? 0.12 : least) / enlarged * (enlarged > 1 ? 0.7 : 1);
    }

    double mostSharpness() {
        return glow * (cell >= 24 ? 2.5 : 6);
    }
}
