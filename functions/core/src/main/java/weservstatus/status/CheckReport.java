package weservstatus.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import weservstatus.check.CachePath;
import weservstatus.check.ComponentId;
import weservstatus.observe.Phases;

/**
 * One check for those who want to know what is looked at.
 *
 * @param question what it asks and what must come
 * @param rhythm how often and how patiently
 * @param state a word of {@link weservstatus.verdict.CheckState}, or {@code off}
 * @param since when that began, as far as known
 * @param off why it does not run, absent where it does
 * @param seen the newest results of each location, newest first
 */
public record CheckReport(
        String id,
        String name,
        String why,
        ComponentId component,
        Question question,
        Rhythm rhythm,
        String state,
        Optional<Instant> since,
        Optional<String> off,
        List<Seen> seen) {
    /** State of a check that does not run. */
    public static final String OFF = "off";

    private static final String UNKNOWN = "unknown";

    public CheckReport {
        seen = List.copyOf(seen);
    }

    /**
     * What is asked.
     *
     * @param kind {@code http}, {@code journey}, {@code tcp}, {@code dns} or {@code heartbeat}
     * @param instance id of the instance that is asked
     * @param asks the requests, one line each
     * @param asserts what must hold, one plain sentence each
     */
    public record Question(String kind, String instance, List<String> asks, List<String> asserts) {
        public Question {
            asks = List.copyOf(asks);
            asserts = List.copyOf(asserts);
        }
    }

    /**
     * When it is asked.
     *
     * @param every real distance between two runs
     * @param timeout deadline of one attempt
     * @param slowAfter a good answer beyond it is slow
     * @param vital whether the page may be called down because of it
     */
    public record Rhythm(
            Duration every,
            Duration timeout,
            Optional<Duration> slowAfter,
            boolean vital,
            CachePath path) {}

    /**
     * What one attempt came to.
     *
     * @param place name of the location
     * @param confirms whether it was asked again because something was wrong
     * @param side whose fault, empty where nothing was
     * @param reason empty where nothing was wrong
     * @param phases where its time went
     * @param evidence id of what is kept, absent where nothing is
     * @param certificateEnds earliest end of validity in the chain, of checks that ask for it
     */
    public record Seen(
            String location,
            String place,
            Instant at,
            boolean confirms,
            String result,
            String side,
            String reason,
            String message,
            OptionalInt status,
            Phases phases,
            Optional<String> evidence,
            Optional<Instant> certificateEnds) {
        /** Whether it came to a picture or an answer as it must be, quickly or not. */
        public boolean cameGood() {
            return result.equals("passed") || result.equals("slow");
        }
    }

    /** Whether what was seen still tells how it is now. */
    public boolean tellsOfNow() {
        return !state.equals(UNKNOWN) && !state.equals(OFF);
    }

    CheckReport unseen() {
        String now = off.isPresent() ? state : UNKNOWN;
        return new CheckReport(
                id, name, why, component, question, rhythm, now, Optional.empty(), off, seen);
    }
}
