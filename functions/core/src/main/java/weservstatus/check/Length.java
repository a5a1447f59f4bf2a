package weservstatus.check;

/**
 * A length in pixels or in percent of a whole, as {@code w}, {@code h} and the crop box take it.
 */
public record Length(double value, boolean percent) {

    /** Pixels, not rounded, when the whole has that many. */
    public double of(int whole) {
        return percent ? whole * value / 100 : value;
    }
}
