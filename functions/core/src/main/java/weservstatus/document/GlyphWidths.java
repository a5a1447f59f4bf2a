package weservstatus.document;

/** How wide text is in Verdana, the face that badges are drawn in everywhere. */
final class GlyphWidths {
    private static final int FIRST = ' ';
    private static final int UNITS_PER_EM = 2048;

    /** Advance widths of ASCII from the space on, in units of the font. */
    private static final int[] ADVANCE = {
        720, 806, 940, 1676, 1302, 2204, 1487, 550, 930, 930, 1302, 1676, 745, 930, 745, 930, 1302,
        1302, 1302, 1302, 1302, 1302, 1302, 1302, 1302, 1302, 930, 930, 1676, 1676, 1676, 1117,
        2048, 1400, 1404, 1430, 1578, 1295, 1177, 1588, 1539, 862, 931, 1419, 1140, 1726, 1532,
        1612, 1235, 1612, 1424, 1400, 1262, 1499, 1400, 2025, 1403, 1260, 1403, 930, 930, 930, 1676,
        1302, 1302, 1230, 1276, 1067, 1276, 1220, 720, 1276, 1296, 562, 705, 1212, 562, 1992, 1296,
        1243, 1276, 1276, 874, 1067, 807, 1296, 1212, 1676, 1212, 1212, 1076, 1300, 930, 1300, 1676
    };

    private GlyphWidths() {}

    /**
     * Width in pixels, rounded up.
     *
     * @param size of the font in pixels
     */
    static int pixels(String text, int size) {
        long units = text.codePoints().mapToLong(GlyphWidths::units).sum();
        return Math.toIntExact((units * size + UNITS_PER_EM - 1) / UNITS_PER_EM);
    }

    /** What is not in the table is taken for as wide as it is high, like a Chinese character. */
    private static int units(int codePoint) {
        int index = codePoint - FIRST;
        return index >= 0 && index < ADVANCE.length ? ADVANCE[index] : UNITS_PER_EM;
    }
}
