package weservstatus.image;

/**
 * One frame of an animation.
 *
 * @param delay how long it shows, in milliseconds
 * @param disposal what becomes of its area before the next frame
 * @param blend whether clear pixels let the frame before show through
 */
record Frame(int x, int y, int width, int height, int delay, Disposal disposal, boolean blend) {

    enum Disposal {
        KEEP,
        CLEAR,
        RESTORE
    }

    static Frame still(int width, int height) {
        return new Frame(0, 0, width, height, 0, Disposal.KEEP, false);
    }
}
