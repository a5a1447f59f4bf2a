package weservstatus.probe;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One connection's claim to the processor during its handshake. It is given up while the peer is
 * waited for, so that silent peers hold nobody back. Used by the thread of its call; once the
 * handshake is over, pausing and resuming do nothing on any thread.
 */
final class TlsTurn {
    private final Semaphore permits;
    private final Deadline deadline;
    private volatile boolean handshaking;
    private boolean held;

    TlsTurn(Semaphore permits, Deadline deadline) {
        this.permits = permits;
        this.deadline = deadline;
    }

    void begin() throws IOException {
        handshaking = true;
        acquire();
    }

    boolean isHandshaking() {
        return handshaking;
    }

    void pause() {
        if (handshaking) {
            release();
        }
    }

    void resume() throws IOException {
        if (handshaking) {
            acquire();
        }
    }

    /** May be called more than once. */
    void end() {
        if (handshaking) {
            handshaking = false;
            release();
        }
    }

    private void acquire() throws IOException {
        try {
            held = permits.tryAcquire(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var stopped = new InterruptedIOException("stopped");
            stopped.initCause(e);
            throw stopped;
        }
        if (!held) {
            throw new SocketTimeoutException("turn");
        }
    }

    private void release() {
        if (held) {
            held = false;
            permits.release();
        }
    }
}
