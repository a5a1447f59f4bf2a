package weservstatus.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.CheckId;
import weservstatus.check.HeartbeatCheck;
import weservstatus.check.LocationId;
import weservstatus.observe.Attempt;
import weservstatus.observe.Beat;
import weservstatus.observe.Controls;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Observation;
import weservstatus.observe.Phases;
import weservstatus.observe.Result;
import weservstatus.observe.Round;
import weservstatus.observe.Side;
import weservstatus.time.Slot;
import weservstatus.verdict.HeartbeatRule;
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
    private final Function<CheckId, Optional<Beat>> beats;

    /** One that knows of no heartbeat. */
    public Look(Catalogue catalogue, LocationId location, Prober prober, InstantSource clock) {
        this(catalogue, location, prober, clock, _ -> Optional.empty());
    }

    /**
     * @param beats the last call of a target that calls us
     */
    Look(
            Catalogue catalogue,
            LocationId location,
            Prober prober,
            InstantSource clock,
            Function<CheckId, Optional<Beat>> beats) {
        this.catalogue = catalogue;
        this.location = location;
        this.prober = prober;
        this.clock = clock;
        this.beats = beats;
    }

    /** Told what an attempt looked like before it was reduced to an observation, on any thread. */
    public interface Seen {
        void attempt(Check check, Attempt attempt, Observation observation);

        /** Tells both. */
        default Seen and(Seen other) {
            return (check, attempt, observation) -> {
                attempt(check, attempt, observation);
                other.attempt(check, attempt, observation);
            };
        }
    }

    /**
     * Asks the checks, due or not, and is back before the slot's length has passed, whatever the
     * network or the prober does.
     *
     * @param number of the round within the slot
     */
    public Round at(Slot slot, int number, List<Check> checks, Seen seen) {
        Instant started = clock.instant();
        Shares time = Shares.of(slot.length());
        Controls controls =
                new ControlProbes(catalogue, prober)
                        .ask(checks, time.control(), time.control().plus(time.grace()));
        Map<Check, Observation> observations =
                Fan.ask(
                        checks,
                        check -> observe(check, controls, time.check(), seen),
                        time.check().plus(time.grace()),
                        this::selfFault);
        return new Round(
                location,
                slot,
                number,
                started,
                clock.instant(),
                controls,
                List.copyOf(observations.values()));
    }

    /**
     * How the length of a slot is shared out; nineteen twentieths at most are used.
     *
     * @param control for the control probes, which come first
     * @param check for the checks
     * @param grace after each of these, until what is not back is given up
     */
    private record Shares(Duration control, Duration check, Duration grace) {
        static Shares of(Duration slot) {
            Duration grace = slot.dividedBy(20);
            Duration control = shorter(slot.dividedBy(4), CONTROL_LIMIT);
            Duration check = slot.minus(control).minus(grace.multipliedBy(3));
            return new Shares(control, check, grace);
        }
    }

    private Observation observe(Check check, Controls controls, Duration limit, Seen seen) {
        return check instanceof HeartbeatCheck heartbeat
                ? HeartbeatRule.observe(heartbeat, beats.apply(check.id()), clock.instant())
                : ask(check, controls, limit, seen);
    }

    private Observation ask(Check check, Controls controls, Duration limit, Seen seen) {
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
