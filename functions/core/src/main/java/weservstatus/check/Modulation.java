package weservstatus.check;

import java.util.Map;

/**
 * Brightness, saturation and hue as {@code mod=b,s,h}, {@code sat} and {@code hue} ask for them.
 *
 * @param brightness factor, 0 to 10000
 * @param saturation factor, 0 to 10000
 * @param hue turn in degrees, 0 to 359
 */
public record Modulation(double brightness, double saturation, int hue) {
    private static final double STRONGEST = 10_000;
    private static final double MAX_TURN = 3_600_000;

    /** A value out of range counts as not given; a part of {@code mod} goes before the others. */
    public static Modulation of(ImageParameters parameters) {
        String[] parts = parameters.text("mod").orElse("").split(",", -1);
        double hue = part(parts, 2, parameters, "hue").number("hue", -MAX_TURN, MAX_TURN).orElse(0);
        return new Modulation(
                part(parts, 0, parameters, "mod").number("mod", 0, STRONGEST).orElse(1),
                part(parts, 1, parameters, "sat").number("sat", 0, STRONGEST).orElse(1),
                Math.floorMod((int) hue, 360));
    }

    private static ImageParameters part(
            String[] parts, int index, ImageParameters parameters, String name) {
        return index < parts.length ? new ImageParameters(Map.of(name, parts[index])) : parameters;
    }

    /** Whether nothing changes. */
    public boolean none() {
        return brightness == 1 && saturation == 1 && hue == 0;
    }
}
