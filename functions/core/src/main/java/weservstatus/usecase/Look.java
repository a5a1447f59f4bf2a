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
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
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
import weservstatus.time.Slot;
import weservstatus.verdict.Sides;

/**
 * Asks: control probes first, then all checks at once on virtual threads under one deadline. Stores
 * nothing.
 */
public final class Look {
    private static final Duration CONTROL_LIMIT = Duration.ofSeconds(5);

    private final Catalogue catalogue;
    private final LocationId location;
    private final Prober prober;
    private final InstantSource clock;

    public Look(Catalogue catalogue, LocationId location, Prober prober, InstantSource clock) {
        this.catalogue = catalogue;
        this.location = location;
        this.prober = prober;
        this.clock = clock;
    }

    /** Told what an attempt looked like before it was reduced to an observation, on any thread. */
    public interface Seen {
        void attempt(Check check, Attempt attempt, Observation observation);
    }

    /**
     * Asks the checks, due or not, within nine tenths of the slot's length.
     *
     * @param number of the round within the slot
     */
    public Round at(Slot slot, int number, List<Check> checks, Seen seen) {
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
        running.forEach((check, answer) ->
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

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
