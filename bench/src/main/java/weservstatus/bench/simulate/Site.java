package weservstatus.bench.simulate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.CheckId;
import weservstatus.observe.Controls;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Observation;
import weservstatus.observe.Phases;
import weservstatus.observe.Result;
import weservstatus.observe.Round;
import weservstatus.observe.Side;
import weservstatus.time.Slot;
import weservstatus.verdict.Scene;

/** A catalogue of one vital check that is asked once a minute, and rounds of it. */
final class Site {

    private static final CheckId CHECK = new CheckId("made");
    private static final Failure REFUSED =
            Failure.of(FailureReason.CONNECT, "the connection was refused");
    private static final Failure TIMED_OUT =
            Failure.of(FailureReason.TIMEOUT, "no first byte within 10 s");

    private final Catalogue catalogue;

    Site(int places) {
        catalogue =
                Scene.at(
                                IntStream.range(0, places)
                                        .mapToObj(place -> "place-" + place)
                                        .toArray(String[]::new))
                        .component("pictures")
                        .vital(CHECK.value(), CachePath.MISS)
                        .catalogue();
    }

    Catalogue catalogue() {
        return catalogue;
    }

    int places() {
        return catalogue.locations().size();
    }

    Round round(int place, Slot slot, int number, Instant started, Sight sight) {
        return new Round(
                catalogue.locations().get(place).id(),
                slot,
                number,
                started,
                started.plus(sight.duration()),
                Controls.NONE,
                List.of(observation(started, sight)));
    }

    private static Observation observation(Instant started, Sight sight) {
        boolean good = sight == Sight.GOOD;
        return new Observation(
                CHECK,
                good ? Result.PASSED : Result.FAILED,
                good ? Optional.empty() : Optional.of(failure(sight)),
                good ? Optional.empty() : Optional.of(Side.EDGE),
                started,
                new Phases(0, 0, 0, sight.duration().toNanos() / 1_000, 0),
                good ? OptionalInt.of(200) : OptionalInt.empty(),
                0,
                false,
                "",
                "",
                "");
    }

    private static Failure failure(Sight sight) {
        return sight == Sight.REFUSED ? REFUSED : TIMED_OUT;
    }
}
