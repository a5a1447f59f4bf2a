package weservstatus.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import weservstatus.check.ComponentId;
import weservstatus.observe.Side;
import weservstatus.verdict.ComponentStatus;

/**
 * What the judge found of one component: an outage, from its first bad observation on.
 *
 * @param name what visitors call the component
 * @param status how bad it is, or was at its worst when it is over; worse than operational
 * @param began first bad observation
 * @param ended first good observation after it; absent while it lasts
 * @param facts what the monitor can say of it
 */
public record Trouble(
        ComponentId component,
        String name,
        ComponentStatus status,
        Instant began,
        Optional<Instant> ended,
        Facts facts) {

    /**
     * What fails, from where and whose fault it is.
     *
     * @param failing names of the failing checks
     * @param places names of the locations that see it
     * @param side whose fault, as far as known
     * @param reason one sentence: what came instead of what was expected
     * @param evidence ids of what was kept
     */
    public record Facts(
            List<String> failing,
            List<String> places,
            Optional<Side> side,
            String reason,
            List<String> evidence) {
        public static final Facts NONE =
                new Facts(List.of(), List.of(), Optional.empty(), "", List.of());

        public Facts {
            failing = List.copyOf(failing);
            places = List.copyOf(places);
            evidence = List.copyOf(evidence);
        }

        /** All of them as one; whose fault it is, and why, is said of the first that says it. */
        public static Facts together(List<Facts> some) {
            return new Facts(
                    all(some, Facts::failing),
                    all(some, Facts::places),
                    some.stream().flatMap(facts -> facts.side().stream()).findFirst(),
                    some.stream()
                            .map(Facts::reason)
                            .filter(reason -> !reason.isEmpty())
                            .findFirst()
                            .orElse(""),
                    all(some, Facts::evidence));
        }

        private static List<String> all(List<Facts> some, Function<Facts, List<String>> part) {
            return some.stream().map(part).flatMap(List::stream).distinct().toList();
        }
    }

    boolean isOngoing() {
        return ended.isEmpty();
    }
}
