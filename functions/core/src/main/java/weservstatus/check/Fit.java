package weservstatus.check;

import java.util.Locale;
import java.util.Optional;

/** How a picture is fitted into the box of {@code w} and {@code h}. */
public enum Fit {
    INSIDE,
    OUTSIDE,
    COVER,
    FILL,
    CONTAIN;

    static Optional<Fit> ofLabel(String label) {
        for (Fit fit : values()) {
            if (fit.name().toLowerCase(Locale.ROOT).equals(label)) {
                return Optional.of(fit);
            }
        }
        return Optional.empty();
    }

    /** The fit behind a value of the older {@code t} parameter. */
    static Optional<Fit> ofOldLabel(String label) {
        return switch (label) {
            case "fit", "fitup" -> Optional.of(INSIDE);
            case "square", "squaredown" -> Optional.of(COVER);
            case "absolute" -> Optional.of(FILL);
            case "letterbox" -> Optional.of(CONTAIN);
            default -> Optional.empty();
        };
    }
}
