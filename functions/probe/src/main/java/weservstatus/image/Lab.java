package weservstatus.image;

/**
 * A colour in CIELAB under daylight (D65), in which the service changes brightness, saturation and
 * hue.
 *
 * @param lightness 0 for black to 100 for white
 * @param a from green to red
 * @param b from blue to yellow
 */
record Lab(double lightness, double a, double b) {
    /** Where the cube root of CIELAB gives way to a straight line. */
    private static final double KNEE = 6.0 / 29;

    private static final double WHITE_X = 0.950470;
    private static final double WHITE_Z = 1.088827;

    /** Linear light of each level, by the formula of IEC 61966-2-1. */
    private static final double[] LIGHT = light();

    private static double[] light() {
        double[] light = new double[256];
        for (int i = 0; i < light.length; i++) {
            double value = i / 255.0;
            light[i] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }
        return light;
    }

    /** The colour of a pixel, whatever its alpha. */
    static Lab of(int argb) {
        double red = linear(argb >> 16 & 255);
        double green = linear(argb >> 8 & 255);
        double blue = linear(argb & 255);
        double x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / WHITE_X);
        double y = root(0.2126 * red + 0.7152 * green + 0.0722 * blue);
        double z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / WHITE_Z);
        return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));
    }

    /**
     * Another colour around the same grey axis.
     *
     * @param turn of the hue, in degrees
     */
    Lab changed(double brightness, double saturation, double turn) {
        double angle = Math.toRadians(turn);
        double cosine = saturation * Math.cos(angle);
        double sine = saturation * Math.sin(angle);
        return new Lab(lightness * brightness, a * cosine - b * sine, a * sine + b * cosine);
    }

    /** Part of the way to another colour, 0 to 1. */
    Lab towards(Lab other, double share) {
        return new Lab(
                lightness + share * (other.lightness - lightness),
                a + share * (other.a - a),
                b + share * (other.b - b));
    }

    /** As a pixel with the given alpha (its highest byte); what a screen cannot show is cut. */
    int argb(int alpha) {
        double middle = (lightness + 16) / 116;
        double x = WHITE_X * cubed(middle + a / 500);
        double y = cubed(middle);
        double z = WHITE_Z * cubed(middle - b / 200);
        return (alpha & 0xff000000)
                | level(3.2406 * x - 1.5372 * y - 0.4986 * z) << 16
                | level(-0.9689 * x + 1.8758 * y + 0.0415 * z) << 8
                | level(0.0557 * x - 0.2040 * y + 1.0570 * z);
    }

    private static double root(double value) {
        return value > KNEE * KNEE * KNEE ? Math.cbrt(value) : value / (3 * KNEE * KNEE) + 4.0 / 29;
    }

    private static double cubed(double root) {
        return root > KNEE ? root * root * root : 3 * KNEE * KNEE * (root - 4.0 / 29);
    }

    /** sRGB to linear light. */
    static double linear(int level) {
        return LIGHT[level];
    }

    /** Linear light to the nearest level of sRGB. */
    static int level(double light) {
        double value =
                light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
        return Math.clamp(Math.round(255 * value), 0, 255);
    }
}
