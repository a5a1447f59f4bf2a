package weservstatus.image;

import java.util.Locale;
import java.util.Optional;

/**
 * The outlines that {@code mask} cuts out. Polygons and the star have their first corner at the
 * top; all but circle and ellipse are enlarged until they touch two sides of the picture.
 *
 * <p>Corners, the star's inner radius and the heart's curve are those of the service's source.
 */
enum MaskShape {
    CIRCLE(0, 1, 0),
    ELLIPSE(0, 1, 0),
    TRIANGLE(3, 1, 0),
    TRIANGLE_180(3, 1, 180),
    PENTAGON(5, 1, 0),
    PENTAGON_180(5, 1, 180),
    HEXAGON(6, 1, 0),
    SQUARE(4, 1, 0),
    STAR(10, 0.382, 0),
    HEART(0, 1, 0);

    /** Corners of a circle that nobody can tell from one. */
    private static final int ROUND = 360;

    private static final int HEART_POINTS = 315;
    private static final double HEART_STEP = 0.02;

    private final int corners;
    private final double inner;
    private final int turn;

    /**
     * @param inner radius of every second corner, as a share of the others'
     * @param turn in degrees
     */
    MaskShape(int corners, double inner, int turn) {
        this.corners = corners;
        this.inner = inner;
        this.turn = turn;
    }

    static Optional<MaskShape> ofLabel(String label) {
        for (MaskShape shape : values()) {
            if (shape.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(label)) {
                return Optional.of(shape);
            }
        }
        return Optional.empty();
    }

    /** The outline inside a picture of that size. */
    Outline in(int width, int height) {
        double radius = Math.min(width, height) / 2.0;
        return switch (this) {
            case CIRCLE -> round(width, height, radius, radius);
            case ELLIPSE -> round(width, height, width / 2.0, height / 2.0);
            case HEART -> heart(radius).filling(width, height);
            case TRIANGLE, TRIANGLE_180, PENTAGON, PENTAGON_180, HEXAGON, SQUARE, STAR ->
                    polygon(width / 2.0, height / 2.0, radius).filling(width, height);
        };
    }

    private static Outline round(int width, int height, double radiusX, double radiusY) {
        double[] xs = new double[ROUND];
        double[] ys = new double[ROUND];
        for (int i = 0; i < ROUND; i++) {
            double angle = 2 * Math.PI * i / ROUND;
            xs[i] = width / 2.0 + radiusX * Math.cos(angle);
            ys[i] = height / 2.0 + radiusY * Math.sin(angle);
        }
        return new Outline(xs, ys);
    }

    private Outline polygon(double middleX, double middleY, double radius) {
        double[] xs = new double[corners];
        double[] ys = new double[corners];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners - Math.PI / 2 + Math.toRadians(turn);
            double length = i % 2 == 0 ? radius : radius * inner;
            xs[i] = middleX + length * Math.cos(angle);
            ys[i] = middleY + length * Math.sin(angle);
        }
        return new Outline(xs, ys);
    }

    private static Outline heart(double radius) {
        double[] xs = new double[HEART_POINTS];
        double[] ys = new double[HEART_POINTS];
        for (int i = 0; i < HEART_POINTS; i++) {
            double t = i * HEART_STEP - Math.PI;
            xs[i] = radius * (1 + 16 * Math.pow(Math.sin(t), 3));
            double height =
                    13 * Math.cos(t) - 5 * Math.cos(2 * t) - 2 * Math.cos(3 * t) - Math.cos(4 * t);
            ys[i] = radius * (1 - height);
        }
        return new Outline(xs, ys);
    }
}
