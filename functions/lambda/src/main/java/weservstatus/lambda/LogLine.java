package weservstatus.lambda;

import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.usecase.MissingSecret;

/** One line of JSON for the function's log, with the fields that Lambda filters by. */
final class LogLine {
    private final ObjectNode json = JsonMapper.shared().createObjectNode();

    private LogLine(String level, Instant at, String event) {
        json.put("timestamp", at.toString());
        json.put("level", level);
        json.put("event", event);
    }

    /** What a run did. */
    static LogLine ofRun(String event, String requestId, Instant started, Instant finished) {
        return new LogLine("INFO", finished, event)
                .with("requestId", requestId)
                .with("ms", Duration.between(started, finished).toMillis());
    }

    /** Trouble that the run survived. */
    static String trouble(Instant at, String message) {
        return new LogLine("ERROR", at, "trouble").with("message", message).text();
    }

    /** A version of the configuration that changed nothing; an alarm counts these lines. */
    static String refused(Instant at, String faults) {
        return new LogLine("ERROR", at, "configuration-refused").with("message", faults).text();
    }

    /** Another place of which nothing is heard; an alarm counts these lines. */
    static String silent(Instant at, String location) {
        return new LogLine("ERROR", at, "silent").with("location", location).text();
    }

    /** Secrets that status.yaml names and nobody has put there; an alarm counts these lines. */
    static String secretsMissing(Instant at, MissingSecret which) {
        return new LogLine("ERROR", at, "secret-missing")
                .with("message", String.valueOf(which.getMessage()))
                .text();
    }

    /** A run that ended with an error; an alarm counts these lines. */
    static String failed(Instant at, String requestId, Throwable reason) {
        return new LogLine("ERROR", at, "failed")
                .with("requestId", requestId)
                .with("message", reason.toString())
                .text();
    }

    LogLine with(String name, String value) {
        json.put(name, value);
        return this;
    }

    LogLine with(String name, long value) {
        json.put(name, value);
        return this;
    }

    String text() {
        return json.toString();
    }
}
