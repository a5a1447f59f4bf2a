package weservstatus.cli;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import weservstatus.local.Monitor;
import weservstatus.local.Voice;

/** A monitor that runs until the process is told to end. */
final class Serving {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private final Surroundings surroundings;

    Serving(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Notes and troubles go to the error stream, each with the time of day. */
    Voice voice() {
        return new Voice(this::say, trouble -> say("trouble: " + trouble));
    }

    /** Returns when the monitor was closed, at the latest by the end of the process. */
    int untilClosed(Monitor.Running running, AutoCloseable whole) throws InterruptedException {
        Thread closing = new Thread(() -> close(whole), "closing");
        Runtime.getRuntime().addShutdownHook(closing);
        surroundings.out().println("status page: " + running.url() + "/ (Ctrl-C ends)");
        surroundings.out().flush();
        running.monitor().await();
        return ExitCode.GOOD;
    }

    private void close(AutoCloseable whole) {
        try {
            whole.close();
        } catch (Exception e) {
            say("trouble while ending: " + e);
        }
    }

    void say(String what) {
        surroundings.err().println(TIME.format(surroundings.clock().instant()) + " " + what);
    }
}
