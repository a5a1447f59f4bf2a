package weservstatus.usecase;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Runs tasks on one virtual thread each and waits for them with patience that ends. A task that is
 * stuck or breaks costs its own answer only.
 */
final class Fan implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    <T> Answer<T> start(Callable<T> task) {
        return new Answer<>(threads.submit(task));
    }

    /** Interrupts what still runs and does not wait for it. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    static final class Answer<T> {
        private final Future<T> future;

        private Answer(Future<T> future) {
            this.future = future;
        }

        /** The task's value, or what {@code otherwise} makes of the reason why there is none. */
        T within(Duration patience, Function<String, T> otherwise) {
            try {
                return future.get(Math.max(0, patience.toMillis()), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                future.cancel(true);
                return otherwise.apply("the monitor did not finish this attempt in time");
            } catch (ExecutionException e) {
                return otherwise.apply("the monitor itself broke: " + e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while probing", e);
            }
        }
    }
}
