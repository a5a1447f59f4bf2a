package weservstatus.local;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.CheckId;
import weservstatus.observe.Attempt;
import weservstatus.observe.Observation;
import weservstatus.observe.Round;
import weservstatus.time.Slot;
import weservstatus.usecase.Look;
import weservstatus.usecase.Prober;

/** Asks some checks once and keeps everything that was seen: nothing is stored or confirmed. */
public final class OneLook {
    /** Enough for every check's own timeout and the control probes before them. */
    private static final Duration LEAST = Duration.ofSeconds(60);

    /**
     * Requests at once. More than a browser sends, but all checks of a catalogue at once would
     * measure how a small instance bears a crowd.
     */
    private static final int AT_ONCE = 12;

    /**
     * One check with everything that was seen of it.
     *
     * @param attempt absent when the attempt did not end in time
     */
    public record Seen(Check check, Optional<Attempt> attempt, Observation observation) {}

    private final Prober prober;
    private final InstantSource clock;

    public OneLook(Prober prober, InstantSource clock) {
        this.prober = prober;
        this.clock = clock;
    }

    /**
     * Returns what was seen of each check, in their order.
     *
     * @param answered called once for each attempt that is over, on any thread
     */
    public List<Seen> at(Catalogue catalogue, List<Check> checks, Runnable answered) {
        Look look = new Look(catalogue, catalogue.locations().getFirst().id(), orderly(), clock);
        Map<CheckId, Attempt> attempts = new ConcurrentHashMap<>();
        Slot slot = Slot.containing(clock.instant(), patience(checks));
        Round round =
                look.at(
                        slot,
                        0,
                        checks,
                        (check, attempt, observation) -> {
                            attempts.put(check.id(), attempt);
                            answered.run();
                        });
        return checks.stream()
                .map(check ->
                        new Seen(
                                check,
                                Optional.ofNullable(attempts.get(check.id())),
                                round.of(check.id()).orElseThrow()))
                .toList();
    }

    private static Duration patience(List<Check> checks) {
        Duration longest =
                checks.stream()
                        .map(Check::timeout)
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO);
        return LEAST.plus(longest.multipliedBy(2L * Math.ceilDiv(checks.size(), AT_ONCE)));
    }

    private Prober orderly() {
        Semaphore places = new Semaphore(AT_ONCE, true);
        return Prober.of(
                (check, target, limit) -> {
                    places.acquireUninterruptibly();
                    try {
                        return prober.probe(check, target, limit);
                    } finally {
                        places.release();
                    }
                },
                prober::control);
    }
}
