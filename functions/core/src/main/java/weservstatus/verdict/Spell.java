package weservstatus.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A time in which a component was out, was not, or was not seen.
 *
 * @param status what it had now, if it still lasts, else what it had for longest: the moments in
 *     which one check after the other began to fail or to answer are no news
 * @param lasts whether it reaches to now
 */
record Spell(Kind kind, Instant from, Instant to, ComponentStatus status, boolean lasts) {

    enum Kind {
        OUT,
        FINE,
        UNSEEN;

        static Kind of(ComponentStatus status) {
            return switch (status) {
                case PARTIAL_OUTAGE, MAJOR_OUTAGE -> OUT;
                case OPERATIONAL, DEGRADED_PERFORMANCE, UNDER_MAINTENANCE -> FINE;
                case UNKNOWN -> UNSEEN;
            };
        }
    }

    /** From pieces of one kind that follow each other up to now. */
    static Spell present(List<Piece<ComponentStatus>> pieces) {
        return of(pieces, pieces.getLast().value(), true);
    }

    /** From pieces of one kind that follow each other, before those of another one. */
    static Spell past(List<Piece<ComponentStatus>> pieces) {
        ComponentStatus longest =
                pieces.stream()
                        .max(Comparator.comparing(p -> Duration.between(p.from(), p.to())))
                        .orElseThrow()
                        .value();
        return of(pieces, longest, false);
    }

    private static Spell of(
            List<Piece<ComponentStatus>> pieces, ComponentStatus status, boolean lasts) {
        return new Spell(
                Kind.of(status), pieces.getFirst().from(), pieces.getLast().to(), status, lasts);
    }

    boolean holds(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }
}
