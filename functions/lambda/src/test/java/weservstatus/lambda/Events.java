package weservstatus.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The sample events at the top of the repository, and what they are about. */
final class Events {
    static final String PROBE = "probe-schedule.json";
    static final String REVIEW = "review-stream.json";
    static final String ROLLUP = "rollup-schedule.json";
    static final String ALERT = "intake-alert.json";
    static final String CONFIRM = "probe-confirm.json";
    static final String PUSH = "intake-push.json";
    static final String NOTIFY = "notify-stream.json";
    static final String ADMIN = "admin-post.json";
    static final String SUBSCRIBE = "intake-subscribe.json";
    static final String API = "status-api-get.json";

    /** When the sample of the scheduler was due. */
    static final String DUE = "2026-11-23T21:30:00Z";

    static final Path ROOT = Path.of(System.getProperty("repository.root"));

    private Events() {}

    static String read(String name) {
        try {
            return Files.readString(ROOT.resolve("events").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
