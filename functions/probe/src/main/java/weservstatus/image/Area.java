package weservstatus.image;

/** A rectangle of pixels; right and bottom are exclusive. */
record Area(int left, int top, int right, int bottom) {

    int pixels() {
        return (right - left) * (bottom - top);
    }

    /** Moved, and cut where it would leave a picture of the given size. */
    Area moved(int dx, int dy, Sums within) {
        int movedLeft = Math.clamp(left + dx, 0, within.width() - 1);
        int movedTop = Math.clamp(top + dy, 0, within.height() - 1);
        return new Area(
                movedLeft,
                movedTop,
                Math.clamp(right + dx, movedLeft + 1, within.width()),
                Math.clamp(bottom + dy, movedTop + 1, within.height()));
    }
}
