package weservstatus.bench;

import java.time.Duration;
import weservstatus.local.FaultScript;
import weservstatus.local.Recordings;
import weservstatus.local.Replay;

/**
 * The recorded service without faults, in a process of its own; prints target and origin. One
 * argument: the tempo.
 */
final class ReplayTarget {
    private ReplayTarget() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (Replay replay =
                Replay.start(
                        Recordings.bundled(),
                        () -> FaultScript.HONEST.at(Duration.ZERO),
                        Replay.Tempo.valueOf(arguments[0]))) {
            System.out.println("ready " + replay.target() + " " + replay.origin());
            Thread.currentThread().join();
        }
    }
}
