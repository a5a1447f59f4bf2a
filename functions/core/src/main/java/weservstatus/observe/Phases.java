package weservstatus.observe;

import java.time.Duration;

/**
 * Where the time of one attempt went, in microseconds; a phase that was not reached is 0. The sum
 * is the total, by definition and within 1 ms of the wall clock.
 */
public record Phases(
        long dnsMicros,
        long connectMicros,
        long tlsMicros,
        long firstByteMicros,
        long transferMicros) {
    public static final Phases NONE = new Phases(0, 0, 0, 0, 0);

    public long totalMicros() {
        return dnsMicros + connectMicros + tlsMicros + firstByteMicros + transferMicros;
    }

    public Duration total() {
        return Duration.ofNanos(totalMicros() * 1_000);
    }

    public Phases plus(Phases more) {
        return new Phases(
                dnsMicros + more.dnsMicros,
                connectMicros + more.connectMicros,
                tlsMicros + more.tlsMicros,
                firstByteMicros + more.firstByteMicros,
                transferMicros + more.transferMicros);
    }

    public long micros(Phase phase) {
        return switch (phase) {
            case DNS -> dnsMicros;
            case CONNECT -> connectMicros;
            case TLS -> tlsMicros;
            case FIRST_BYTE -> firstByteMicros;
            case TRANSFER -> transferMicros;
        };
    }
}
