package weservstatus.image;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import weservstatus.check.ImageRequest;
import weservstatus.check.TestPicture;
import weservstatus.observe.Variant;

/**
 * How one build of the service reads the parameters that builds read in different ways.
 *
 * @param later the traits in which it does not behave as the recorded build
 */
record Dialect(Set<Trait> later) {
    /** The recorded build. */
    static final Dialect MEASURED = new Dialect(Set.of());

    Dialect {
        later = Set.copyOf(later);
    }

    boolean later(Trait trait) {
        return later.contains(trait);
    }

    /** All in which the computed pictures may differ, the recorded build's first. */
    static List<Dialect> of(ImageRequest request, TestPicture source) {
        List<Dialect> dialects = new ArrayList<>(List.of(MEASURED));
        for (Trait trait : shaping(request, source)) {
            for (Dialect dialect : List.copyOf(dialects)) {
                Set<Trait> more = EnumSet.of(trait);
                more.addAll(dialect.later);
                dialects.add(new Dialect(more));
            }
        }
        return dialects;
    }

    private static List<Trait> shaping(ImageRequest request, TestPicture source) {
        return List.of(Trait.values()).stream()
                .filter(trait -> trait.shapes(request, source))
                .toList();
    }

    /** What an answer in this dialect shows of the service. */
    List<Variant> seen(ImageRequest request, TestPicture source) {
        return shaping(request, source).stream()
                .map(trait -> trait.seen(later.contains(trait)))
                .toList();
    }
}
