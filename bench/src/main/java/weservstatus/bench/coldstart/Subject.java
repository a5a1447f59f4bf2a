package weservstatus.bench.coldstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * One function, and the event that it is started by.
 *
 * @param name for people
 * @param handler as in the template
 * @param event name of a sample at the top of the repository, or empty for any
 * @param seeded whether it finds rounds, an incident and a notice; else only the configuration
 */
record Subject(String name, String handler, String event, boolean seeded) {
    private static final String SAMPLE_TIME = "2026-11-23T21:30:00Z";

    static Subject of(String name, String handler, String event) {
        return new Subject(name, "weservstatus.lambda." + handler, event, true);
    }

    Subject unseeded() {
        return new Subject(name, handler, event, false);
    }

    /** The event, as of now. */
    String json() {
        if (event.isEmpty()) {
            return "{}";
        }
        try {
            return Files.readString(Path.of("events", event))
                    .replace(SAMPLE_TIME, Instant.now().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
