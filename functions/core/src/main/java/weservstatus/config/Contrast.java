package weservstatus.config;

import java.util.List;

/** How well one colour can be read on another: the contrast ratio of WCAG 2.1, 1 to 21. */
public final class Contrast {
    /** Least ratio of text of any size, WCAG 2.1 success criterion 1.4.3. */
    public static final double LEAST = 4.5;

    /** What text stands on in the light page; the style sheet's ground and card. */
    public static final List<String> LIGHT = List.of("#fbfbfa", "#ffffff");

    /** What text stands on in the dark page. */
    public static final List<String> DARK = List.of("#101214", "#171a1d");

    private Contrast() {}

    /** The ratio of two colours written as {@code #rrggbb}; which is the text does not matter. */
    public static double ratio(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    /** The worst ratio on any of the grounds. */
    static double worst(String colour, List<String> grounds) {
        return grounds.stream().mapToDouble(ground -> ratio(colour, ground)).min().orElse(21);
    }

    private static double luminance(String colour) {
        return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
    }

    private static double linear(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
