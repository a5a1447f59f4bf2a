package weservstatus.check;

import java.time.Duration;
import java.util.Optional;

/** A definition: what to test, how often, from where, and what counts as good. */
public sealed interface Check permits HttpCheck, JourneyCheck, PlainCheck {
    CheckId id();

    /** What visitors read. */
    String name();

    /** Why the check exists, one sentence; may be empty. */
    String why();

    ComponentId component();

    TargetId target();

    Schedule schedule();

    /** Total deadline of one attempt. */
    Duration timeout();

    /** Total time beyond which a passed observation is slow. */
    Optional<Duration> slowAfter();

    /**
     * Whether the page may be called down because of it. A rotated effect is not vital: it can make
     * its component partial, never red.
     */
    boolean vital();

    /** Which half of the service it proves. */
    CachePath cachePath();

    /**
     * How many requests of one run the service may have to process, at the worst: what an allowance
     * per address is counted in.
     */
    int uncachedRequests();

    /** The same while the caches do what is expected of them: what turns are planned by. */
    default int turnRequests() {
        return uncachedRequests();
    }

    /** Whether it can only run where the test card lies at a public origin. */
    boolean needsOrigin();

    /** What this target lacks that the check cannot do without, nothing where it can run. */
    Optional<Lack> lack(Target target);

    /** Whether it runs only where there is no such origin, in place of those that need one. */
    boolean onlyWithoutOrigin();
}
