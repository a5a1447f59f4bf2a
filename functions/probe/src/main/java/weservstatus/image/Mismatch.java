package weservstatus.image;

import java.util.List;

/**
 * Where a picture differs from the computed one.
 *
 * @param blocks all blocks compared
 * @param wrong those whose colour differs more than an honest picture's
 * @param worst the one that differs most
 * @param kind what was seen first of colour, roughness and detail
 */
record Mismatch(Kind kind, int blocks, List<Area> wrong, Area worst, double amount) {
    enum Kind {
        /** The mean of a block differs. */
        COLOUR,
        /** A plain area is not plain. */
        ROUGH,
        /** The checker or the edges are weaker than they must be. */
        SOFT,
        /** Or stronger. */
        HARSH
    }

    Mismatch {
        wrong = List.copyOf(wrong);
    }

    /** The smallest rectangle around all that is wrong. */
    Area bounds() {
        return new Area(
                wrong.stream().mapToInt(Area::left).min().orElse(0),
                wrong.stream().mapToInt(Area::top).min().orElse(0),
                wrong.stream().mapToInt(Area::right).max().orElse(0),
                wrong.stream().mapToInt(Area::bottom).max().orElse(0));
    }
}
