package weservstatus.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import weservstatus.check.CachePath;
import weservstatus.check.Check;
import weservstatus.check.HttpCheck;

/**
 * How one location leaves one target alone after it was kept out. While it holds, nothing is asked
 * that is not served from a cache; then one request shows whether the way is free again.
 *
 * @param until end of the wait
 * @param pause its length: what the target asked for, else doubled from time to time
 * @param everything whether cached answers were refused too, so that nothing at all is asked
 * @param over whether a request has come through since
 */
public record BackOff(Instant until, Duration pause, boolean everything, boolean over) {
    /** The first wait, and the least. */
    public static final Duration SHORTEST = Duration.ofMinutes(1);

    /** Where doubling ends; the ban of the public service lasts as long. */
    public static final Duration LONGEST = Duration.ofHours(1);

    /** No Retry-After is obeyed beyond this: a slip of the pen must not blind the monitor. */
    public static final Duration MOST_OBEYED = Duration.ofDays(1);

    /** What may be asked of the target. */
    public enum Stance {
        FREE,
        HELD,
        /** One request, to see whether the way is free. */
        TRIAL
    }

    /**
     * The state after an answer that kept us out.
     *
     * @param before the state until then
     * @param retryAfter what the answer asked for
     * @param everything whether a cached answer was refused
     */
    public static BackOff refused(
            Optional<BackOff> before,
            Optional<Duration> retryAfter,
            boolean everything,
            Instant now) {
        Duration pause = retryAfter.map(BackOff::obeyed).orElseGet(() -> doubled(before, now));
        return new BackOff(now.plus(pause), pause, everything, false);
    }

    /** The state after a request that came through. */
    public BackOff passed() {
        return new BackOff(until, pause, false, true);
    }

    public Stance stance(Instant now) {
        if (over) {
            return Stance.FREE;
        }
        return now.isBefore(until) ? Stance.HELD : Stance.TRIAL;
    }

    /** Whether a check of the target waits with it. */
    public boolean concerns(Check check) {
        return check instanceof HttpCheck && (everything || check.cachePath() != CachePath.HIT);
    }

    /** From when on the state says nothing any more. */
    public Instant forgotten() {
        return until.plus(over ? LONGEST : MOST_OBEYED);
    }

    private static Duration obeyed(Duration asked) {
        return shorter(asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked, MOST_OBEYED);
    }

    /** Who is kept out again soon after a wait waits longer: the wait was too short. */
    private static Duration doubled(Optional<BackOff> before, Instant now) {
        return before.filter(last -> now.isBefore(last.forgotten()))
                .map(last -> shorter(last.pause.multipliedBy(2), LONGEST))
                .orElse(SHORTEST);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
