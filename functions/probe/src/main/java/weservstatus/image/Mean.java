package weservstatus.image;

/** The mean of some pixels, colours weighed by alpha. */
final class Mean {
    private int count;
    private int alpha;
    private long red;
    private long green;
    private long blue;

    void add(int argb) {
        int weight = argb >>> 24;
        count++;
        alpha += weight;
        red += (long) weight * (argb >> 16 & 255);
        green += (long) weight * (argb >> 8 & 255);
        blue += (long) weight * (argb & 255);
    }

    int argb() {
        if (alpha == 0) {
            return 0;
        }
        int half = alpha / 2;
        return ((alpha + count / 2) / count) << 24
                | (int) ((red + half) / alpha) << 16
                | (int) ((green + half) / alpha) << 8
                | (int) ((blue + half) / alpha);
    }
}
