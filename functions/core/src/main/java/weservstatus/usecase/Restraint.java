package weservstatus.usecase;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import weservstatus.check.CachePath;
import weservstatus.check.Check;
import weservstatus.check.HttpCheck;
import weservstatus.check.LocationId;
import weservstatus.check.TargetId;
import weservstatus.observe.Attempt;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Observation;
import weservstatus.observe.Phases;
import weservstatus.observe.Result;
import weservstatus.observe.Side;
import weservstatus.store.BackOffStore;
import weservstatus.verdict.BackOff;
import weservstatus.verdict.RetryAfter;

/**
 * Keeps one round from asking a target that has kept this location out, and learns from what the
 * round sees. One object per round.
 */
final class Restraint implements Look.Seen {
    private record Sight(Check check, Result result, Optional<Duration> retryAfter) {}

    private final BackOffStore store;
    private final LocationId location;
    private final Instant now;
    private final Map<TargetId, BackOff> before = new HashMap<>();
    private final Queue<Sight> sights = new ConcurrentLinkedQueue<>();

    Restraint(BackOffStore store, LocationId location, Instant now) {
        this.store = store;
        this.location = location;
        this.now = now;
    }

    /** Those of the checks that may be asked, in their order. */
    List<Check> allowed(List<Check> checks) {
        checks.stream().map(Check::target).distinct().forEach(this::recall);
        List<Check> trials = trials(checks);
        return checks.stream().filter(check -> isFree(check) || trials.contains(check)).toList();
    }

    private void recall(TargetId target) {
        store.find(location, target).ifPresent(known -> before.put(target, known));
    }

    private boolean isFree(Check check) {
        return state(check).filter(held -> held.concerns(check)).isEmpty();
    }

    /** The state that stands in the way of asking as usual. */
    private Optional<BackOff> state(Check check) {
        return Optional.ofNullable(before.get(check.target()))
                .filter(state -> state.stance(now) != BackOff.Stance.FREE);
    }

    /** For each target whose wait is over the check that runs most often: the cheapest to miss. */
    private List<Check> trials(List<Check> checks) {
        Map<TargetId, Check> trials = new HashMap<>();
        checks.stream()
                .filter(check -> !isFree(check))
                .filter(check -> state(check).orElseThrow().stance(now) == BackOff.Stance.TRIAL)
                .sorted(Comparator.comparing(check -> check.schedule().every()))
                .forEach(check -> trials.putIfAbsent(check.target(), check));
        return List.copyOf(trials.values());
    }

    /** The record of a check that was not asked. */
    Observation held(Check check) {
        BackOff state = state(check).orElseThrow();
        String why =
                state.stance(now) == BackOff.Stance.HELD
                        ? "Not asked: kept out before, nothing is asked before " + state.until()
                        : "Not asked: kept out before, one request goes ahead";
        return new Observation(
                check.id(),
                Result.BLOCKED,
                Optional.of(Failure.of(FailureReason.STATUS, why)),
                Optional.of(Side.BLOCKED),
                now,
                Phases.NONE,
                OptionalInt.empty(),
                0,
                false,
                "",
                "",
                "");
    }

    @Override
    public void attempt(Check check, Attempt attempt, Observation observation) {
        Optional<Duration> retryAfter =
                attempt.exchange().answered().flatMap(answer -> RetryAfter.of(answer, now));
        sights.add(new Sight(check, observation.result(), retryAfter));
    }

    /** Keeps what the round has shown; nothing is written while all is well. */
    void learn() {
        Map<TargetId, List<Sight>> seen = new HashMap<>();
        sights.stream()
                .filter(sight -> sight.check() instanceof HttpCheck)
                .forEach(sight ->
                        seen.computeIfAbsent(sight.check().target(), _ -> new ArrayList<>())
                                .add(sight));
        seen.forEach(this::learn);
    }

    private void learn(TargetId target, List<Sight> seen) {
        Optional<BackOff> known = Optional.ofNullable(before.get(target));
        List<Sight> refused =
                seen.stream().filter(sight -> sight.result() == Result.BLOCKED).toList();
        if (!refused.isEmpty()) {
            store.put(location, target, refused(known, refused));
        } else {
            known.filter(state -> state.stance(now) == BackOff.Stance.TRIAL)
                    .filter(state -> cameThrough(state, seen))
                    .ifPresent(state -> store.put(location, target, state.passed()));
        }
    }

    private BackOff refused(Optional<BackOff> known, List<Sight> refused) {
        Optional<Duration> longest =
                refused.stream()
                        .flatMap(sight -> sight.retryAfter().stream())
                        .max(Comparator.naturalOrder());
        boolean cachedToo =
                refused.stream().anyMatch(sight -> sight.check().cachePath() == CachePath.HIT);
        boolean everything = cachedToo || known.filter(BackOff::everything).isPresent();
        return BackOff.refused(known, longest, everything, now);
    }

    private static boolean cameThrough(BackOff state, List<Sight> seen) {
        return seen.stream()
                .anyMatch(sight -> state.concerns(sight.check()) && sight.result().isJudged());
    }
}
