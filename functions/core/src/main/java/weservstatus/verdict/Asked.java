package weservstatus.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * That all places were asked again. A place that has nothing to say from the cause on until it is
 * due stands on no side after that, until it says something.
 *
 * @param cause when the scheduled look began that was bad
 * @param due by when the answers had to begin
 */
record Asked(Instant cause, Instant due) {

    /** How long a place is waited for; one that takes longer has no part in the majority. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * Known by its answers: that one place answers says that all were asked.
     *
     * @param sightings of one check from all places, oldest first
     */
    static List<Asked> of(List<Sighting> sightings) {
        List<Asked> asked = new ArrayList<>();
        Optional<Instant> cause = Optional.empty();
        for (Sighting sighting : sightings) {
            if (sighting.number() == 0) {
                cause = sighting.isBad() ? Optional.of(sighting.at()) : cause;
            } else if (cause.isPresent()) {
                asked.add(new Asked(cause.get(), sighting.at().plus(PATIENCE)));
                cause = Optional.empty();
            }
        }
        return asked;
    }

    /**
     * Whether a place let the time pass.
     *
     * @param last when its answer before began
     * @param next when the one after that did, if there is one
     */
    boolean isMissed(Instant last, Optional<Instant> next) {
        return last.isBefore(cause) && next.filter(at -> !at.isAfter(due)).isEmpty();
    }
}
