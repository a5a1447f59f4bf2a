package weservstatus.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import weservstatus.check.CheckId;
import weservstatus.check.LocationId;
import weservstatus.check.TargetId;
import weservstatus.observe.ControlState;
import weservstatus.observe.Controls;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Observation;
import weservstatus.observe.Phase;
import weservstatus.observe.Phases;
import weservstatus.observe.Result;
import weservstatus.observe.Round;
import weservstatus.observe.Side;
import weservstatus.time.Slot;

/** Rounds like those that the probe makes. */
public final class Rounds {
    static final LocationId HERE = new LocationId("frankfurt");
    static final Duration MINUTE = Duration.ofMinutes(1);

    private Rounds() {}

    static Round of(LocationId location, Instant slot, int number, List<Observation> seen) {
        Instant started = slot.plusNanos(12_345_678);
        return new Round(
                location,
                new Slot(slot, MINUTE),
                number,
                started,
                started.plusMillis(812),
                new Controls(
                        ControlState.PASSED,
                        new TreeMap<>(Map.of(new TargetId("wsrv-nl"), ControlState.FAILED))),
                seen);
    }

    static Round of(Instant slot, int number) {
        return of(HERE, slot, number, List.of(passed("home", slot)));
    }

    static Observation passed(String check, Instant slot) {
        return new Observation(
                new CheckId(check),
                Result.PASSED,
                Optional.empty(),
                Optional.empty(),
                slot.plusNanos(98_765_432),
                new Phases(812, 10_023, 12_231, 145_012, 1_023),
                OptionalInt.of(200),
                10_240,
                false,
                "104.26.10.78",
                "MISS",
                "FRA");
    }

    static Observation failed(FailureReason reason, Side side, String message, Instant slot) {
        return new Observation(
                new CheckId("convert-webp"),
                Result.FAILED,
                Optional.of(Failure.in(Phase.FIRST_BYTE, reason, message)),
                Optional.of(side),
                slot.minusNanos(1),
                new Phases(1, 2, 3, 4, 0),
                OptionalInt.empty(),
                0,
                true,
                "",
                "",
                "");
    }

    /** As many checks as the default configuration has. */
    public static Round ordinary(Instant slot) {
        List<Observation> seen =
                IntStream.range(0, 20)
                        .mapToObj(i -> passed("resize-fit-cover-" + (10 + i), slot))
                        .toList();
        return of(HERE, slot, 0, seen);
    }
}
