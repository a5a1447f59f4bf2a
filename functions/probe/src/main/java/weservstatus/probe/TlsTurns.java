package weservstatus.probe;

import java.util.concurrent.Semaphore;

/**
 * Lets at most eight handshakes compute at a time. Without it a full round of handshakes would
 * share the processor, and each would report the time of all. One object per prober.
 */
final class TlsTurns {
    static final int AT_A_TIME = 8;

    private final Semaphore permits = new Semaphore(AT_A_TIME, true);

    TlsTurn turn(Deadline deadline) {
        return new TlsTurn(permits, deadline);
    }
}
