package weservstatus.incident;

import java.time.Instant;
import java.util.Optional;

/**
 * What people changed about one occurrence of planned work.
 *
 * @param planned start of the occurrence, as the timetable has it
 * @param end another end than planned
 * @param extended when the other end was announced; time beyond the planned end that was over by
 *     then is not announced work
 * @param verifying since when somebody looks whether all is well
 * @param finished when it was called finished before its end or after it
 * @param cancelled when it was called off
 */
public record Amendment(
        Instant planned,
        Optional<Instant> end,
        Optional<Instant> extended,
        Optional<Instant> verifying,
        Optional<Instant> finished,
        Optional<Instant> cancelled) {

    /** Nothing changed yet. */
    public static Amendment none(Instant planned) {
        return new Amendment(
                planned,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Shortened or extended. */
    public Amendment until(Instant other, Instant now) {
        return new Amendment(
                planned, Optional.of(other), Optional.of(now), verifying, finished, cancelled);
    }

    public Amendment verifiedFrom(Instant now) {
        return new Amendment(
                planned, end, extended, Optional.of(verifying.orElse(now)), finished, cancelled);
    }

    public Amendment finishedAt(Instant now) {
        return new Amendment(
                planned, end, extended, verifying, Optional.of(finished.orElse(now)), cancelled);
    }

    public Amendment cancelledAt(Instant now) {
        return new Amendment(
                planned, end, extended, verifying, finished, Optional.of(cancelled.orElse(now)));
    }
}
