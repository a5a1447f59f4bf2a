package weservstatus.image;

/**
 * A turn by any angle about the middle. The result is just large enough for all corners; what lies
 * outside the turned picture is filled.
 *
 * @param degrees clockwise
 * @param background for the four corners
 */
record FreeTurn(int degrees, int background) {
    /** Samples along each side of a pixel, so that edges come out as means. */
    private static final int SAMPLES = 3;

    Raster applied(Raster picture) {
        double cosine = Math.cos(Math.toRadians(degrees));
        double sine = Math.sin(Math.toRadians(degrees));
        int width = side(picture.width() * Math.abs(cosine) + picture.height() * Math.abs(sine));
        int height = side(picture.width() * Math.abs(sine) + picture.height() * Math.abs(cosine));
        int[] out = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                out[y * width + x] = mean(picture, x - width / 2.0, y - height / 2.0, cosine, sine);
            }
        }
        return new Raster(width, height, out);
    }

    private static int side(double length) {
        return (int) Math.rint(length);
    }

    private int mean(Raster picture, double x, double y, double cosine, double sine) {
        Mean mean = new Mean();
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            int line = i / SAMPLES;
            double atX = x + (i % SAMPLES + 0.5) / SAMPLES;
            double atY = y + (line + 0.5) / SAMPLES;
            int column = (int) Math.floor(atX * cosine + atY * sine + picture.width() / 2.0);
            int row = (int) Math.floor(atY * cosine - atX * sine + picture.height() / 2.0);
            boolean inside =
                    column >= 0 && row >= 0 && column < picture.width() && row < picture.height();
            mean.add(inside ? picture.at(column, row) : background);
        }
        return mean.argb();
    }
}
