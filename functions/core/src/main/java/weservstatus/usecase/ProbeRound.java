package weservstatus.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.CheckId;
import weservstatus.check.LocationId;
import weservstatus.observe.Attempt;
import weservstatus.observe.Controls;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Observation;
import weservstatus.observe.Phases;
import weservstatus.observe.Result;
import weservstatus.observe.Round;
import weservstatus.observe.Side;
import weservstatus.store.RoundStore;
import weservstatus.time.Slot;
import weservstatus.verdict.Sides;

/**
 * Performs one round at one location: control probes first, then all checks at once on virtual
 * threads under one deadline, then stores what was seen. A round that is already stored is never
 * stored again.
 */
public final class ProbeRound {
    private static final Duration CONTROL_LIMIT = Duration.ofSeconds(5);

    private final Catalogue catalogue;
    private final LocationId location;
    private final Prober prober;
    private final RoundStore rounds;
    private final InstantSource clock;

    public ProbeRound(
            Catalogue catalogue,
            LocationId location,
            Prober prober,
            RoundStore rounds,
            InstantSource clock) {
        this.catalogue = catalogue;
        this.location = location;
        this.prober = prober;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** Told what an attempt looked like before it was reduced to an observation. */
    public interface Seen {
        void attempt(Check check, Attempt attempt, Observation observation);
    }

    /** Probes everything that is due in the slot and stores it as the scheduled round. */
    public Round run(Slot slot) {
        return store(look(slot, 0, due(slot), ProbeRound::forget));
    }

    /**
     * Probes every active check, due or not: the first round after a start, so that nothing waits
     * for its turn to be known.
     */
    public Round runAll(Slot slot) {
        return store(look(slot, 0, catalogue.active(), ProbeRound::forget));
    }

    /**
     * Probes the named checks again at once.
     *
     * @param number 1 for the first confirm round of the slot, 2 for the second, and so on
     */
    public Round confirm(Slot slot, int number, Set<CheckId> checks) {
        List<Check> again =
                catalogue.active().stream().filter(check -> checks.contains(check.id())).toList();
        return store(look(slot, number, again, ProbeRound::forget));
    }

    /** Records that the slot passed without a round. */
    public Round missed(Slot slot) {
        List<Observation> observations =
                due(slot).stream()
                        .map(check -> Observation.missed(check.id(), slot.start()))
                        .toList();
        Instant now = clock.instant();
        return store(new Round(location, slot, 0, now, now, Controls.NONE, observations));
    }

    /** Probes the checks and stores nothing; {@code seen} is told of each attempt as it ends. */
    public Round look(Slot slot, int number, List<Check> checks, Seen seen) {
        Instant started = clock.instant();
        Duration limit = slot.length().multipliedBy(9).dividedBy(10);
        try (Fan fan = new Fan()) {
            Controls controls =
                    new ControlProbes(catalogue, prober)
                            .ask(fan, checks, shorter(limit.dividedBy(3), CONTROL_LIMIT));
            Duration left = limit.minus(Duration.between(started, clock.instant()));
            Map<Check, Fan.Answer<Observation>> running = new LinkedHashMap<>();
            for (Check check : checks) {
                running.put(check, fan.start(() -> observe(check, controls, left, seen)));
            }
            List<Observation> observations = collect(running, left.plusSeconds(1));
            return new Round(
                    location, slot, number, started, clock.instant(), controls, observations);
        }
    }

    private List<Observation> collect(
            Map<Check, Fan.Answer<Observation>> running, Duration patience) {
        Instant deadline = clock.instant().plus(patience);
        List<Observation> observations = new ArrayList<>();
        running.forEach(
                (check, answer) ->
                        observations.add(
                                answer.within(
                                        Duration.between(clock.instant(), deadline),
                                        why -> selfFault(check, why))));
        return observations;
    }

    private Observation observe(Check check, Controls controls, Duration limit, Seen seen) {
        Attempt attempt =
                prober.probe(
                        check, catalogue.target(check.target()), shorter(check.timeout(), limit));
        Observation observation = Sides.judge(attempt, check, controls);
        seen.attempt(check, attempt, observation);
        return observation;
    }

    private Observation selfFault(Check check, String why) {
        return new Observation(
                check.id(),
                Result.SELF_FAULT,
                Optional.of(Failure.of(FailureReason.TIMEOUT, why)),
                Optional.of(Side.MONITOR),
                clock.instant(),
                Phases.NONE,
                OptionalInt.empty(),
                0,
                false,
                "",
                "",
                "");
    }

    private List<Check> due(Slot slot) {
        return catalogue.active().stream().filter(check -> check.schedule().isDue(slot)).toList();
    }

    private Round store(Round round) {
        rounds.put(round);
        return round;
    }

    private static void forget(Check check, Attempt attempt, Observation observation) {}

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
