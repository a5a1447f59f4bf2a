package weservstatus.local;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The scheduler's view of time: what it is, and waiting for it to come. */
interface Timeline extends InstantSource {

    /** Returns at {@code instant} or later, at once when that is past. */
    void sleepUntil(Instant instant) throws InterruptedException;

    /** The machine's own clock. A jump of that clock is seen within a second. */
    static Timeline system(InstantSource clock) {
        return new Timeline() {
            @Override
            public Instant instant() {
                return clock.instant();
            }

            @Override
            public void sleepUntil(Instant instant) throws InterruptedException {
                for (Duration left = left(instant); left.isPositive(); left = left(instant)) {
                    Thread.sleep(left.toMillis() < 1_000 ? left : Duration.ofSeconds(1));
                }
            }

            private Duration left(Instant instant) {
                return Duration.between(clock.instant(), instant);
            }
        };
    }
}
