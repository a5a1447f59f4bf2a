package weservstatus.image;

/**
 * How large the card's cells are in an answer.
 *
 * @param cell side of a cell in pixels, the shorter one where they are no squares
 * @param enlarged how many times larger than its source the picture is, at least 1
 */
record Scale(double cell, double enlarged) {}
