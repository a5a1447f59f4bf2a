package weservstatus.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Says on the error stream how far it is when something takes longer than a second. */
final class Progress implements AutoCloseable {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration THEN = Duration.ofSeconds(3);

    private final AtomicInteger answered = new AtomicInteger();
    private final int total;
    private final PrintStream err;
    private final Thread teller;

    private Progress(int total, PrintStream err) {
        this.total = total;
        this.err = err;
        this.teller = Thread.ofVirtual().start(this::tell);
    }

    static Progress of(int total, PrintStream err) {
        return new Progress(total, err);
    }

    void step() {
        answered.incrementAndGet();
    }

    @Override
    public void close() {
        teller.interrupt();
    }

    private void tell() {
        try {
            Thread.sleep(FIRST);
            while (true) {
                err.println("waiting for answers: " + answered.get() + " of " + total + " are in");
                Thread.sleep(THEN);
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }
}
