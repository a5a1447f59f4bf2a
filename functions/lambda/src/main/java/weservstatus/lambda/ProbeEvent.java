package weservstatus.lambda;

import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the scheduler sends.
 *
 * @param time when the run was due; the same in every repeat of one event
 */
record ProbeEvent(Instant time) {

    /**
     * Reads the scheduler's event.
     *
     * @throws IllegalArgumentException when it names no time
     */
    static ProbeEvent read(InputStream input) {
        JsonNode time = JsonMapper.shared().readTree(input).path("time");
        try {
            return new ProbeEvent(Instant.parse(time.asString("")));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "the event has no time such as 2026-01-31T12:00:00Z: " + time, e);
        }
    }
}
