package weservstatus.check;

import java.util.Optional;

/** Which part of a picture stays when it is cut, or where it lies when it is padded. */
public sealed interface Anchor {

    /**
     * A fixed place.
     *
     * @param x 0 left, 0.5 centre, 1 right
     * @param y 0 top, 0.5 centre, 1 bottom
     */
    record Fixed(double x, double y) implements Anchor {}

    /**
     * A window centred, as far as the edges allow, on a point of the picture.
     *
     * @param x 0 left, 1 right
     * @param y 0 top, 1 bottom
     */
    record Focal(double x, double y) implements Anchor {}

    /** The service chooses by what it sees ({@code entropy}, {@code attention}). */
    record Chosen() implements Anchor {}

    static Anchor of(ImageParameters parameters) {
        String name = parameters.text("a").orElse("");
        return switch (name) {
            case "focal" ->
                    new Focal(
                            parameters.number("fpx", 0, 1).orElse(0.5),
                            parameters.number("fpy", 0, 1).orElse(0.5));
            case "entropy", "attention" -> new Chosen();
            default -> old(name).orElseGet(() -> fixed(name));
        };
    }

    /** The older {@code focal-x-y} and {@code crop-x-y}, in percent. */
    private static Optional<Anchor> old(String name) {
        String[] parts = name.split("-", -1);
        if (parts.length != 3 || !(parts[0].equals("focal") || parts[0].equals("crop"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Focal(
                            Math.clamp(Integer.parseInt(parts[1]) / 100.0, 0, 1),
                            Math.clamp(Integer.parseInt(parts[2]) / 100.0, 0, 1)));
        } catch (NumberFormatException notNumbers) {
            return Optional.empty();
        }
    }

    private static Anchor fixed(String name) {
        double x = name.endsWith("left") ? 0 : name.endsWith("right") ? 1 : 0.5;
        double y = name.startsWith("top") ? 0 : name.startsWith("bottom") ? 1 : 0.5;
        return switch (name) {
            case "top",
                    "bottom",
                    "left",
                    "right",
                    "top-left",
                    "top-right",
                    "bottom-left",
                    "bottom-right" ->
                    new Fixed(x, y);
            default -> new Fixed(0.5, 0.5);
        };
    }
}
