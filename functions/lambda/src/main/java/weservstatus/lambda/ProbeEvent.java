package weservstatus.lambda;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.check.CheckId;
import weservstatus.usecase.Confirmer;

/** What the probe function is told to do. */
sealed interface ProbeEvent {

    /**
     * From the scheduler.
     *
     * @param time when the run was due; the same in every repeat of one event
     */
    record Scheduled(Instant time) implements ProbeEvent {}

    /**
     * From the review: some checks are to be asked again.
     *
     * @param slot its start
     * @param number of the confirm round within the slot
     */
    record Confirm(Instant slot, int number, Set<CheckId> checks) implements ProbeEvent {
        public Confirm {
            checks = Set.copyOf(checks);
        }
    }

    /**
     * Reads either.
     *
     * @throws IllegalArgumentException when it names no time
     */
    static ProbeEvent read(InputStream input) {
        JsonNode event = JsonMapper.shared().readTree(input);
        JsonNode order = event.path("confirm");
        if (order.isMissingNode()) {
            return new Scheduled(instant(event.path("time")));
        }
        return new Confirm(
                instant(order.path("slot")),
                order.path("number").asInt(),
                order.path("checks")
                        .valueStream()
                        .map(check -> new CheckId(check.asString()))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** The event that has a place carry out the order. */
    static byte[] write(Confirmer.Order order) {
        ObjectNode event = JsonMapper.shared().createObjectNode();
        ObjectNode confirm = event.putObject("confirm");
        confirm.put("slot", order.slot().start().toString());
        confirm.put("number", order.number());
        var checks = confirm.putArray("checks");
        order.checks().stream().map(CheckId::value).sorted().forEach(checks::add);
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Instant instant(JsonNode time) {
        try {
            return Instant.parse(time.asString(""));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "the event has no time such as 2026-01-31T12:00:00Z: " + time, e);
        }
    }
}
