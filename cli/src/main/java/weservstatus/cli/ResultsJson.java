package weservstatus.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.local.OneLook.Seen;
import weservstatus.observe.Answer;
import weservstatus.observe.Attempt;
import weservstatus.observe.Exchange;
import weservstatus.observe.Finding;
import weservstatus.observe.Observation;
import weservstatus.observe.Result;
import weservstatus.observe.Side;
import weservstatus.observe.StepAttempt;

/** The answers as one JSON document for programs; its words stand in docs/cli.md. */
final class ResultsJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ResultsJson() {}

    static String of(List<Seen> seen) {
        List<Map<String, @Nullable Object>> checks = seen.stream().map(ResultsJson::check).toList();
        return MAPPER.writeValueAsString(Map.of("checks", checks)) + "\n";
    }

    private static Map<String, @Nullable Object> check(Seen seen) {
        Observation observation = seen.observation();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", seen.check().id().value());
        json.put("component", seen.check().component().value());
        json.put("result", observation.result().label());
        json.put("side", orNull(observation.side().map(Side::label)));
        json.put("reason", orNull(observation.failure().map(f -> f.reason().name())));
        json.put("message", orNull(observation.failure().map(f -> f.message())));
        json.put("totalMs", totalMs(observation));
        json.put(
                "status",
                observation.status().isPresent() ? observation.status().getAsInt() : null);
        json.put("url", orNull(seen.attempt().map(a -> a.exchange().url().toString())));
        json.put(
                "expectations",
                seen.attempt().stream()
                        .flatMap(attempt -> attempt.findings().stream())
                        .map(ResultsJson::finding)
                        .toList());
        json.put("unproven", seen.attempt().map(Attempt::unproven).orElse(List.of()));
        List<Map<String, @Nullable Object>> steps = steps(seen);
        if (!steps.isEmpty()) {
            json.put("steps", steps);
        }
        return json;
    }

    private static List<Map<String, @Nullable Object>> steps(Seen seen) {
        return seen.attempt().stream()
                .flatMap(attempt -> attempt.steps().stream())
                .map(ResultsJson::step)
                .toList();
    }

    private static Map<String, @Nullable Object> step(StepAttempt step) {
        Exchange exchange = step.exchange();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("step", step.label());
        json.put("url", exchange.url().toString());
        json.put("status", exchange.answered().map(Answer::status).orElse(null));
        json.put("totalMs", Times.millis(exchange.phases().totalMicros()));
        json.put("unproven", orNull(step.unproven()));
        json.put("expectations", step.findings().stream().map(ResultsJson::finding).toList());
        return json;
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("expected", finding.expected());
        json.put("actual", finding.actual());
        json.put("held", finding.failure().isEmpty());
        return json;
    }

    private static @Nullable Double totalMs(Observation observation) {
        return observation.result() == Result.NO_DATA
                ? null
                : Times.millis(observation.phases().totalMicros());
    }

    private static @Nullable String orNull(Optional<String> text) {
        return text.orElse(null);
    }
}
