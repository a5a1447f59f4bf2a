package weservstatus.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.check.CheckId;
import weservstatus.observe.EvidenceId;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Observation;
import weservstatus.observe.Phase;
import weservstatus.observe.Phases;
import weservstatus.observe.Result;
import weservstatus.observe.Side;

/**
 * An observation within its round: what has its usual value is left out, {@code at} counts
 * nanoseconds from the round's start, {@code phases} holds microseconds in the order of {@link
 * Phase}.
 */
record ObservationJson(Instant roundStarted) {

    void encode(Observation seen, ObjectNode json) {
        json.put("check", seen.check().value());
        json.put("result", seen.result().label());
        json.put("at", Duration.between(roundStarted, seen.started()).toNanos());
        seen.failure().ifPresent(failure -> encode(failure, json.putObject("failure")));
        seen.side().ifPresent(side -> json.put("side", side.label()));
        if (!seen.phases().equals(Phases.NONE)) {
            ArrayNode phases = json.putArray("phases");
            Arrays.stream(Phase.values()).forEach(phase -> phases.add(seen.phases().micros(phase)));
        }
        seen.status().ifPresent(status -> json.put("status", status));
        if (seen.bytes() != 0) {
            json.put("bytes", seen.bytes());
        }
        if (seen.cold()) {
            json.put("cold", true);
        }
        putUnlessEmpty(json, "address", seen.address());
        putUnlessEmpty(json, "cache", seen.cacheStatus());
        putUnlessEmpty(json, "edge", seen.edge());
        seen.evidence().ifPresent(id -> json.put("evidence", id.value()));
        seen.certificateEnds().ifPresent(end -> json.put("certificate", end.getEpochSecond()));
    }

    Observation decode(Fields json) {
        Observation seen =
                new Observation(
                        json.parsed("check", CheckId::new),
                        json.parsed("result", word(Result.values(), Result::label)),
                        json.optionalObject("failure").map(ObservationJson::failure),
                        json.has("side")
                                ? Optional.of(json.parsed("side", word(Side.values(), Side::label)))
                                : Optional.empty(),
                        roundStarted.plusNanos(json.whole("at")),
                        phases(json),
                        json.has("status")
                                ? OptionalInt.of(json.integer("status"))
                                : OptionalInt.empty(),
                        json.has("bytes") ? json.whole("bytes") : 0,
                        json.has("cold") && json.flag("cold"),
                        textOrEmpty(json, "address"),
                        textOrEmpty(json, "cache"),
                        textOrEmpty(json, "edge"),
                        json.has("evidence")
                                ? Optional.of(json.parsed("evidence", EvidenceId::new))
                                : Optional.empty(),
                        json.has("certificate")
                                ? Optional.of(Instant.ofEpochSecond(json.whole("certificate")))
                                : Optional.empty());
        json.end();
        return seen;
    }

    private static void encode(Failure failure, ObjectNode json) {
        json.put("reason", failure.reason().name());
        failure.phase().ifPresent(phase -> json.put("phase", phase.label()));
        json.put("message", failure.message());
    }

    private static Failure failure(Fields json) {
        Optional<Phase> phase =
                json.has("phase")
                        ? Optional.of(json.parsed("phase", word(Phase.values(), Phase::label)))
                        : Optional.empty();
        Failure failure =
                new Failure(
                        json.parsed("reason", FailureReason::valueOf), phase, json.text("message"));
        json.end();
        return failure;
    }

    private static Phases phases(Fields json) {
        if (!json.has("phases")) {
            return Phases.NONE;
        }
        long[] micros = json.wholes("phases", Phase.values().length);
        return new Phases(micros[0], micros[1], micros[2], micros[3], micros[4]);
    }

    private static void putUnlessEmpty(ObjectNode json, String name, String text) {
        if (!text.isEmpty()) {
            json.put(name, text);
        }
    }

    private static String textOrEmpty(Fields json, String name) {
        return json.has(name) ? json.text(name) : "";
    }

    /** Finds the value that goes by a word. */
    private static <E> Function<String, E> word(E[] values, Function<E, String> label) {
        return text ->
                Arrays.stream(values)
                        .filter(value -> label.apply(value).equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("unknown word " + text));
    }
}
