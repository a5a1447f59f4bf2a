package weservstatus.incident;

import java.time.Instant;
import java.util.Optional;

/**
 * What people changed about one occurrence of planned work.
 *
 * @param planned start of the occurrence, as the timetable has it
 * @param end another end than planned
 * @param extended when the other end was announced
 * @param counted the end that was announced before the planned one came, where another was
 *     announced after it: the headline uptime leaves out no more
 * @param verifying since when somebody looks whether all is well
 * @param finished when it was called finished before its end or after it
 * @param cancelled when it was called off
 */
public record Amendment(
        Instant planned,
        Optional<Instant> end,
        Optional<Instant> extended,
        Optional<Instant> counted,
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
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Shortened or extended.
     *
     * @param plannedEnd what the timetable has
     */
    public Amendment until(Instant other, Instant now, Instant plannedEnd) {
        return new Amendment(
                planned,
                Optional.of(other),
                Optional.of(now),
                announcedInTime(plannedEnd),
                verifying,
                finished,
                cancelled);
    }

    /** The last end, other than planned, that was announced before the planned one came. */
    Optional<Instant> announcedInTime(Instant plannedEnd) {
        return extended.filter(at -> !at.isAfter(plannedEnd)).isPresent() ? end : counted;
    }

    public Amendment verifiedFrom(Instant now) {
        return new Amendment(
                planned,
                end,
                extended,
                counted,
                Optional.of(verifying.orElse(now)),
                finished,
                cancelled);
    }

    public Amendment finishedAt(Instant now) {
        return new Amendment(
                planned,
                end,
                extended,
                counted,
                verifying,
                Optional.of(finished.orElse(now)),
                cancelled);
    }

    public Amendment cancelledAt(Instant now) {
        return new Amendment(
                planned,
                end,
                extended,
                counted,
                verifying,
                finished,
                Optional.of(cancelled.orElse(now)));
    }
}
