package weservstatus.lambda;

import java.io.InputStream;
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
     * From the review, by the topic of orders: some checks are to be asked again.
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
        JsonNode message = event.at("/Records/0/Sns/Message");
        return message.isMissingNode()
                ? new Scheduled(instant(event.path("time")))
                : order(JsonMapper.shared().readTree(message.asString()));
    }

    /**
     * When the run was due that the scheduler set off.
     *
     * @throws IllegalArgumentException when it names no time
     */
    static Instant due(InputStream input) {
        return instant(JsonMapper.shared().readTree(input).path("time"));
    }

    private static Confirm order(JsonNode order) {
        return new Confirm(
                instant(order.path("slot")),
                order.path("number").asInt(),
                order.path("checks")
                        .valueStream()
                        .map(check -> new CheckId(check.asString()))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** The message that has a place carry out the order. */
    static String write(Confirmer.Order order) {
        ObjectNode confirm = JsonMapper.shared().createObjectNode();
        confirm.put("slot", order.slot().start().toString());
        confirm.put("number", order.number());
        var checks = confirm.putArray("checks");
        order.checks().stream().map(CheckId::value).sorted().forEach(checks::add);
        return confirm.toString();
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
