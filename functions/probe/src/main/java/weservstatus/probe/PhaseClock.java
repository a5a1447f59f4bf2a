package weservstatus.probe;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import weservstatus.observe.Phase;
import weservstatus.observe.Phases;

/**
 * Divides one attempt's time among its phases without a gap: at each moment exactly one phase runs,
 * so the sum is the wall clock however the attempt ends. Redirected attempts enter the phases
 * again, and the times add up.
 *
 * <ul>
 *   <li>DNS: from the start of the lookup to the address
 *   <li>CONNECT: to the established TCP connection
 *   <li>TLS: to the verified handshake, with the wait for a turn at the processor
 *   <li>FIRST_BYTE: sending the request, to the end of the answer's header
 *   <li>TRANSFER: to the last byte of the body
 * </ul>
 */
final class PhaseClock {
    private final LongSupplier ticker;
    private final Map<Phase, Long> nanos = new EnumMap<>(Phase.class);
    private Phase phase = Phase.DNS;
    private boolean started;
    private boolean stopped;
    private long since;

    PhaseClock(LongSupplier ticker) {
        this.ticker = ticker;
    }

    /** The first call starts the clock. After a stop, the time since then belongs to the phase. */
    void enter(Phase next) {
        if (!started) {
            since = ticker.getAsLong();
            started = true;
        }
        phase = stopped ? next : phase;
        stopped = false;
        settle();
        phase = next;
    }

    /** The last byte is here; closing the connection is not the answer's time. */
    void stop() {
        if (started && !stopped) {
            settle();
            stopped = true;
        }
    }

    Phase phase() {
        return phase;
    }

    /** Ends the running phase and reports all of them. */
    Phases phases() {
        stop();
        return new Phases(
                micros(Phase.DNS),
                micros(Phase.CONNECT),
                micros(Phase.TLS),
                micros(Phase.FIRST_BYTE),
                micros(Phase.TRANSFER));
    }

    private void settle() {
        long now = ticker.getAsLong();
        nanos.merge(phase, now - since, Long::sum);
        since = now;
    }

    private long micros(Phase of) {
        return TimeUnit.NANOSECONDS.toMicros(nanos.getOrDefault(of, 0L));
    }
}
