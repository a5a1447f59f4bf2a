package weservstatus.verdict;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import weservstatus.check.CheckId;
import weservstatus.check.LocationId;
import weservstatus.time.Slot;

/**
 * One look at the service that either failed or did not. Location, check, slot and number are its
 * identity.
 *
 * @param number of the round: 0 for a scheduled one, 1 and up for confirm rounds
 */
public record Trial(
        Instant at, LocationId location, CheckId check, Slot slot, int number, boolean failed) {

    static final Comparator<Trial> BY_TIME =
            Comparator.comparing(Trial::at)
                    .thenComparing(Trial::location)
                    .thenComparing(Trial::check)
                    .thenComparing(Trial::slot)
                    .thenComparingInt(Trial::number)
                    .thenComparing(Trial::failed);

    record Key(LocationId location, CheckId check, Slot slot, int number) {}

    /** Absent for what says nothing about the service: blocked, self-fault, the origin's fault. */
    public static Optional<Trial> of(Sighting seen) {
        return seen.isJudged()
                ? Optional.of(
                        new Trial(
                                seen.at(),
                                seen.location(),
                                seen.observation().check(),
                                seen.slot(),
                                seen.number(),
                                seen.isBad()))
                : Optional.empty();
    }

    Key key() {
        return new Key(location, check, slot, number);
    }
}
