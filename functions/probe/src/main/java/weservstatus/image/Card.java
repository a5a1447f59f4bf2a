package weservstatus.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The test card: plain cells of strong colours and a few cells of a fine checker.
 *
 * @param colours of the cells row by row, {@code 0xffRRGGBB}
 * @param checkered which cells are checkers of {@code dark} and {@code light} instead
 */
@SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
public record Card(int columns, int rows, int[] colours, boolean[] checkered, int dark, int light) {

    private static final int CELL = 80;
    private static final int SQUARE = 4;

    /** The card as its description in the resources says. */
    public static Card load() {
        try (InputStream in = Card.class.getResourceAsStream("card.json")) {
            if (in == null) {
                throw new IllegalStateException("card.json is missing from the jar");
            }
            return of(JsonMapper.shared().readTree(in));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Card of(JsonNode json) {
        int columns = json.required("columns").asInt();
        int rows = json.required("rows").asInt();
        int[] colours = new int[columns * rows];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = rgb(json.required("colours").required(i / columns).required(i % columns));
        }
        boolean[] checkered = new boolean[colours.length];
        for (JsonNode cell : json.required("checker_cells")) {
            checkered[cell.required(1).asInt() * columns + cell.required(0).asInt()] = true;
        }
        JsonNode checker = json.required("checker");
        return new Card(
                columns,
                rows,
                colours,
                checkered,
                rgb(checker.required("dark")),
                rgb(checker.required("light")));
    }

    private static int rgb(JsonNode levels) {
        return 0xff000000
                | levels.required(0).asInt() << 16
                | levels.required(1).asInt() << 8
                | levels.required(2).asInt();
    }

    /**
     * Drawn at a whole fraction of its size.
     *
     * @param divisor 1, 2 or 4: cells of 80, 40 or 20 pixels
     */
    Raster drawn(int divisor) {
        int width = columns * CELL / divisor;
        int height = rows * CELL / divisor;
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = at(x * divisor, y * divisor);
            }
        }
        return new Raster(width, height, pixels);
    }

    private int at(int x, int y) {
        int cell = y / CELL * columns + x / CELL;
        if (!checkered[cell]) {
            return colours[cell];
        }
        return (x % CELL / SQUARE + y % CELL / SQUARE) % 2 == 0 ? dark : light;
    }
}
