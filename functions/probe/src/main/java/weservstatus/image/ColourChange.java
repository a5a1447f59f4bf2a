package weservstatus.image;

import java.util.Optional;
import java.util.function.IntUnaryOperator;
import weservstatus.check.Colour;
import weservstatus.check.ImageParameters;

/**
 * What the colour parameters do to a pixel, in the order in which the service works: gamma, filter,
 * background.
 */
record ColourChange(ImageParameters parameters) {
    private static final double USUAL_GAMMA = 2.2;

    /** The matrix of the service's sepia filter, rows for red, green and blue. */
    private static final double[][] SEPIA = {
        {0.3588, 0.7044, 0.1368}, {0.2990, 0.5870, 0.1140}, {0.2392, 0.4696, 0.0912}
    };

    Raster applied(Raster picture) {
        Raster result = picture;
        if (parameters.has("gam")) {
            result = result.mapped(gamma(parameters.number("gam", 1, 3).orElse(USUAL_GAMMA)));
        }
        Optional<IntUnaryOperator> filter = parameters.text("filt").flatMap(ColourChange::filter);
        if (filter.isPresent()) {
            result = result.mapped(filter.get());
        }
        Optional<Colour> background = parameters.colour("bg");
        return background.isPresent() && result.transparent()
                ? result.over(background.get().argb())
                : result;
    }

    private static Optional<IntUnaryOperator> filter(String name) {
        return switch (name) {
            case "negate" -> Optional.of(argb -> argb ^ 0xffffff);
            case "sepia" -> Optional.of(ColourChange::sepia);
            case "greyscale" -> Optional.of(ColourChange::grey);
            default -> Optional.empty();
        };
    }

    private static IntUnaryOperator gamma(double gamma) {
        int[] levels = new int[256];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (int) (255 * Math.pow(i / 255.0, gamma));
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
        double light =
                0.2 * linear(argb >> 16 & 255)
                        + 0.7 * linear(argb >> 8 & 255)
                        + 0.1 * linear(argb & 255);
        double level =
                light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
        int grey = (int) Math.round(255 * level);
        return packed(argb, grey, grey, grey);
    }

    /** sRGB to linear light (IEC 61966-2-1). */
    private static double linear(int level) {
        double value = level / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static int packed(int argb, int red, int green, int blue) {
        return (argb & 0xff000000) | red << 16 | green << 8 | blue;
    }
}
