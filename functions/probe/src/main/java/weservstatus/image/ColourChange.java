package weservstatus.image;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntUnaryOperator;
import weservstatus.check.Colour;
import weservstatus.check.ImageParameters;
import weservstatus.check.ImageRequest;
import weservstatus.check.Modulation;

/**
 * What the parameters for colours and effects do, in the order in which the service works:
 * brightness with saturation and hue, contrast, gamma, sharpening, filter, blur, tint, background,
 * mask.
 */
record ColourChange(ImageParameters parameters, Dialect dialect) {
    private static final double USUAL_GAMMA = 2.2;

    /** The strongest contrast, 100, is a sigmoid this steep. */
    private static final double STEEPEST = 30;

    private static final double LEAST_BLUR = 0.3;
    private static final double MOST_BLUR = 1000;

    private static final Colour DUOTONE_START = new Colour(0xffc83658);
    private static final Colour DUOTONE_STOP = new Colour(0xffd8e74f);

    /** The matrix of the service's sepia filter, rows for red, green and blue. */
    private static final double[][] SEPIA = {
        {0.3588, 0.7044, 0.1368}, {0.2990, 0.5870, 0.1140}, {0.2392, 0.4696, 0.0912}
    };

    Raster applied(Raster picture) {
        Raster backed = backed(tinted(blurred(filtered(sharpened(adjusted(picture))))));
        return Masking.of(parameters).map(masking -> masking.applied(backed)).orElse(backed);
    }

    /** Brightness, saturation, hue, contrast and gamma. */
    private Raster adjusted(Raster picture) {
        Raster result = picture;
        double brightness = Math.rint(parameters.number("bri", -100, 100).orElse(0));
        if (brightness != 0 && !dialect.later(Trait.BRIGHTNESS)) {
            result = result.mapped(each(level -> level + brightness / 100));
        }
        if (brightness > 0 && dialect.later(Trait.BRIGHTNESS)) {
            Modulation multiplied = new Modulation(brightness, 1, 0);
            result = result.mapped(argb -> modulated(argb, multiplied));
        }
        Modulation modulation = Modulation.of(parameters);
        if (!modulation.none()) {
            result = result.mapped(argb -> modulated(argb, modulation));
        }
        double contrast = Math.rint(parameters.number("con", -100, 100).orElse(0));
        if (contrast != 0) {
            result = result.mapped(each(contrast(contrast / 100 * STEEPEST)));
        }
        if (parameters.has("gam")) {
            result = result.mapped(each(gamma(parameters.number("gam", 1, 3).orElse(USUAL_GAMMA))));
        }
        return result;
    }

    private Raster sharpened(Raster picture) {
        return parameters.has("sharp") ? Sharpening.of(parameters).applied(picture) : picture;
    }

    private Raster blurred(Raster picture) {
        if (!new ImageRequest("", parameters).blurs()) {
            return picture;
        }
        OptionalDouble sigma = parameters.number("blur", LEAST_BLUR, MOST_BLUR);
        Kernel kernel = sigma.isPresent() ? Kernel.gaussian(sigma.getAsDouble()) : Kernel.mean();
        return kernel.applied(picture);
    }

    private Raster filtered(Raster picture) {
        return parameters.text("filt").flatMap(this::filter).map(picture::mapped).orElse(picture);
    }

    private Raster tinted(Raster picture) {
        Optional<Lab> tint =
                parameters
                        .colour("tint")
                        .filter(colour -> colour.alpha() > 0)
                        .map(colour -> Lab.of(colour.argb()));
        return tint.map(colour -> picture.mapped(argb -> tinted(argb, colour))).orElse(picture);
    }

    private Raster backed(Raster picture) {
        Optional<Colour> background = parameters.colour("bg");
        if (background.isEmpty() || background.get().alpha() == 0 || !picture.transparent()) {
            return picture;
        }
        int argb = background.get().argb();
        boolean added = !background.get().opaque() && !dialect.later(Trait.LAYERS);
        return added ? picture.mapped(top -> added(top, argb)) : picture.over(argb);
    }

    /** The recorded build takes levels that are not multiplied by alpha as if they were. */
    private static int added(int top, int bottom) {
        int clear = 255 - (top >>> 24);
        int result = (top >>> 24) + (bottom >>> 24) * clear / 255;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int level = (top >> shift & 255) + (bottom >> shift & 255) * clear / 255;
            result = result << 8 | Math.min(255, level);
        }
        return result;
    }

    private Optional<IntUnaryOperator> filter(String name) {
        return switch (name) {
            case "negate" -> Optional.of(argb -> argb ^ 0xffffff);
            case "sepia" -> Optional.of(ColourChange::sepia);
            case "greyscale" -> Optional.of(ColourChange::grey);
            case "duotone" -> Optional.of(duotone());
            default -> Optional.empty();
        };
    }

    private static int modulated(int argb, Modulation change) {
        return Lab.of(argb)
                .changed(change.brightness(), change.saturation(), change.hue())
                .argb(argb);
    }

    /** Lightness stays, the colour becomes the tint's. */
    private static int tinted(int argb, Lab tint) {
        return new Lab(Lab.of(argb).lightness(), tint.a(), tint.b()).argb(argb);
    }

    /** Grey levels become colours on the straight line in CIELAB between the two ends. */
    private IntUnaryOperator duotone() {
        Lab start = Lab.of(parameters.colour("start").orElse(DUOTONE_START).argb());
        Lab stop = Lab.of(parameters.colour("stop").orElse(DUOTONE_STOP).argb());
        return argb -> start.towards(stop, (grey(argb) & 255) / 255.0).argb(argb);
    }

    private static DoubleUnaryOperator gamma(double gamma) {
        return level -> Math.pow(level, gamma);
    }

    /**
     * The sigmoid around the middle, as ImageMagick calls it: steeper there for more contrast, its
     * inverse for less.
     */
    private static DoubleUnaryOperator contrast(double steepness) {
        double beta = Math.abs(steepness);
        double low = sigmoid(beta, 0);
        double high = sigmoid(beta, 1);
        return steepness > 0
                ? level -> (sigmoid(beta, level) - low) / (high - low)
                : level -> {
                    double share = low + level * (high - low);
                    return 0.5 - Math.log((1 - share) / share) / beta;
                };
    }

    private static double sigmoid(double beta, double level) {
        return 1 / (1 + Math.exp(beta * (0.5 - level)));
    }

    /** The same curve for each channel, levels from 0 to 1. */
    private static IntUnaryOperator each(DoubleUnaryOperator curve) {
        int[] levels = new int[256];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = Math.clamp((int) (255 * curve.applyAsDouble(i / 255.0)), 0, 255);
        }
        return argb ->
                packed(argb, levels[argb >> 16 & 255], levels[argb >> 8 & 255], levels[argb & 255]);
    }

    private static int sepia(int argb) {
        double red = argb >> 16 & 255;
        double green = argb >> 8 & 255;
        double blue = argb & 255;
        int[] levels = new int[3];
        for (int i = 0; i < levels.length; i++) {
            double level = SEPIA[i][0] * red + SEPIA[i][1] * green + SEPIA[i][2] * blue;
            levels[i] = Math.clamp((int) level, 0, 255);
        }
        return packed(argb, levels[0], levels[1], levels[2]);
    }

    /** Brightness in linear light, weighed 2 : 7 : 1 as libvips does. */
    private static int grey(int argb) {
        int grey =
                Lab.level(
                        0.2 * Lab.linear(argb >> 16 & 255)
                                + 0.7 * Lab.linear(argb >> 8 & 255)
                                + 0.1 * Lab.linear(argb & 255));
        return packed(argb, grey, grey, grey);
    }

    private static int packed(int argb, int red, int green, int blue) {
        return (argb & 0xff000000) | red << 16 | green << 8 | blue;
    }
}
