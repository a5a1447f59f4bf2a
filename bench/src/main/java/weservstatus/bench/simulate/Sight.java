package weservstatus.bench.simulate;

import java.time.Duration;

/** What a simulated request sees, and how long it takes to see it. */
enum Sight {
    GOOD(Duration.ofMillis(100)),
    REFUSED(Duration.ofMillis(50)),
    /** Nothing comes until the deadline. */
    TIMED_OUT(Duration.ofSeconds(10));

    private final Duration duration;

    Sight(Duration duration) {
        this.duration = duration;
    }

    Duration duration() {
        return duration;
    }
}
