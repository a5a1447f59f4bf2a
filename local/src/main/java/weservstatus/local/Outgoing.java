package weservstatus.local;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Empties the outbox on a thread of its own: whenever somebody says that there may be something,
 * and when something is due. No review waits for a receiver.
 */
final class Outgoing implements AutoCloseable {
    /** What others wrote into the table is seen at the latest after this. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(20);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Supplier<Optional<Instant>> deliver;
    private final InstantSource clock;
    private final Consumer<Throwable> troubles;
    private final Semaphore calls = new Semaphore(1);
    private final Thread thread;

    /**
     * Runs until closed.
     *
     * @param deliver sends what is due and says when something is due again
     */
    Outgoing(
            Supplier<Optional<Instant>> deliver,
            InstantSource clock,
            Consumer<Throwable> troubles) {
        this.deliver = deliver;
        this.clock = clock;
        this.troubles = troubles;
        this.thread = Thread.ofPlatform().name("outgoing").start(this::run);
    }

    /** There may be something to send. */
    void call() {
        if (calls.availablePermits() == 0) {
            calls.release();
        }
    }

    private void run() {
        try {
            Duration rest = LONGEST_REST;
            while (!Thread.currentThread().isInterrupted()) {
                boolean called = calls.tryAcquire(rest.toMillis(), TimeUnit.MILLISECONDS);
                if (called) {
                    calls.drainPermits();
                }
                rest = restAfter(once());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Instant> once() {
        try {
            return deliver.get();
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                troubles.accept(e);
            }
            return Optional.empty();
        }
    }

    private Duration restAfter(Optional<Instant> due) {
        Duration left =
                due.map(moment -> Duration.between(clock.instant(), moment)).orElse(LONGEST_REST);
        Duration positive = left.isNegative() ? Duration.ZERO : left;
        return positive.compareTo(LONGEST_REST) < 0 ? positive : LONGEST_REST;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
