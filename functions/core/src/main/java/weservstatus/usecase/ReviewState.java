package weservstatus.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import weservstatus.check.ComponentId;
import weservstatus.observe.Round;
import weservstatus.verdict.ComponentStatus;
import weservstatus.verdict.ComponentVerdict;
import weservstatus.verdict.Verdict;

/**
 * What one review hands to the next.
 *
 * @param firstRecord start of the very first round; nothing before it is counted
 * @param countedThrough hour and day items are complete up to here
 * @param whole status of the whole
 * @param components status of each component
 */
public record ReviewState(
        Instant firstRecord,
        Instant countedThrough,
        Standing whole,
        List<ComponentStanding> components) {
    public ReviewState {
        components = List.copyOf(components);
    }

    /** A status and when it began. */
    public record Standing(ComponentStatus status, Instant since) {}

    /** The standing of one component. */
    public record ComponentStanding(ComponentId component, Standing standing) {}

    /**
     * The state after a review.
     *
     * @param before the state that it started from, absent at the first review
     * @param rounds all that it read; tells when the very first record was made
     */
    static ReviewState next(
            Optional<ReviewState> before, Verdict verdict, List<Round> rounds, Instant now) {
        Instant first =
                before.map(ReviewState::firstRecord)
                        .orElseGet(() ->
                                rounds.stream()
                                        .map(Round::started)
                                        .min(Instant::compareTo)
                                        .orElse(now));
        return new ReviewState(
                first,
                now,
                standing(before.map(ReviewState::whole), verdict.status(), now),
                verdict.components().stream()
                        .map(component -> standing(before, component, now))
                        .toList());
    }

    private static ComponentStanding standing(
            Optional<ReviewState> before, ComponentVerdict verdict, Instant now) {
        Optional<Standing> old = before.flatMap(state -> state.find(verdict.component()));
        Instant began = verdict.since().orElse(now);
        return new ComponentStanding(verdict.component(), standing(old, verdict.status(), began));
    }

    /** Keeps the beginning while the status stays the same. */
    private static Standing standing(
            Optional<Standing> before, ComponentStatus status, Instant began) {
        return before.filter(standing -> standing.status() == status)
                .orElseGet(() -> new Standing(status, began));
    }

    private Optional<Standing> find(ComponentId component) {
        return components.stream()
                .filter(entry -> entry.component().equals(component))
                .map(ComponentStanding::standing)
                .findFirst();
    }

    /** When each component's present status began. */
    Map<ComponentId, Instant> since() {
        return components.stream()
                .collect(
                        Collectors.toMap(
                                ComponentStanding::component, entry -> entry.standing().since()));
    }
}
