package weservstatus.bench;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import weservstatus.image.Card;

/**
 * Makes test cards like the shipped one: 8 by 6 plain cells of which four are checkers; the colours
 * of neighbours and of mirrored cells differ by at least {@value #LEAST} in one channel.
 */
final class GeneratedCard {
    private static final int COLUMNS = 8;
    private static final int ROWS = 6;
    private static final int CHECKERS = 4;
    private static final int LEAST = 80;
    private static final int[] LEVELS = {16, 96, 176, 240};

    private final Random random;
    private final int[] colours = new int[COLUMNS * ROWS];

    private GeneratedCard(long seed) {
        this.random = new Random(seed);
    }

    static Card of(long seed) {
        return new GeneratedCard(seed).card();
    }

    private Card card() {
        for (int cell = 0; cell < colours.length; cell++) {
            colours[cell] = colour();
            while (!isDistinct(cell)) {
                colours[cell] = colour();
            }
        }
        boolean[] checkered = new boolean[colours.length];
        Set<Integer> chosen = new HashSet<>();
        while (chosen.size() < CHECKERS) {
            chosen.add(random.nextInt(colours.length));
        }
        chosen.forEach(cell -> checkered[cell] = true);
        return new Card(COLUMNS, ROWS, colours, checkered, 0xff101010, 0xfff0f0f0);
    }

    private int colour() {
        return 0xff000000 | level() << 16 | level() << 8 | level();
    }

    private int level() {
        return LEVELS[random.nextInt(LEVELS.length)];
    }

    private boolean isDistinct(int cell) {
        int x = cell % COLUMNS;
        int y = cell / COLUMNS;
        int mirroredX = COLUMNS - 1 - x;
        int mirroredY = ROWS - 1 - y;
        return differs(cell, x - 1, y)
                && differs(cell, x, y - 1)
                && differs(cell, x - 1, y - 1)
                && differs(cell, x + 1, y - 1)
                && differs(cell, mirroredX, y)
                && differs(cell, x, mirroredY)
                && differs(cell, mirroredX, mirroredY);
    }

    /** Cells outside the card or without a colour yet bind nothing. */
    private boolean differs(int cell, int x, int y) {
        if (x < 0 || y < 0 || x >= COLUMNS || y >= ROWS || y * COLUMNS + x >= cell) {
            return true;
        }
        int other = colours[y * COLUMNS + x];
        int largest = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int distance = Math.abs((colours[cell] >> shift & 255) - (other >> shift & 255));
            largest = Math.max(largest, distance);
        }
        return largest >= LEAST;
    }
}
