package weservstatus.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.check.Check;
import weservstatus.check.Location;
import weservstatus.config.HourPlan;

/** A plan as one JSON document for programs; its words stand in docs/cli.md. */
final class PlanJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private PlanJson() {}

    static String of(HourPlan plan) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kept", plan.isKept());
        json.put("targets", plan.costs().stream().map(PlanJson::cost).toList());
        json.put(
                "locations",
                plan.catalogue().locations().stream()
                        .map(location -> location(plan, location))
                        .toList());
        json.put("parameters", plan.coverage().stream().map(PlanJson::coverage).toList());
        return MAPPER.writeValueAsString(json) + "\n";
    }

    private static Map<String, @Nullable Object> cost(HourPlan.Cost cost) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", cost.target().id().value());
        json.put("budget", cost.target().budget().map(budget -> budget.requests()).orElse(null));
        json.put("scheduledInAnyTenMinutes", cost.busiest());
        json.put("reserve", cost.reserve().orElse(null));
        json.put("kept", cost.isKept());
        return json;
    }

    private static Map<String, Object> location(HourPlan plan, Location location) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", location.id().value());
        json.put("rounds", plan.turns(location).stream().map(PlanJson::turn).toList());
        json.put("tenMinutes", plan.requests(location).stream().map(PlanJson::requests).toList());
        return json;
    }

    private static Map<String, Object> turn(HourPlan.Turn turn) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("at", turn.slot().start().toString());
        json.put("uncached", turn.checks().stream().mapToInt(Check::turnRequests).sum());
        json.put("checks", ids(turn.checks()));
        return json;
    }

    private static Map<String, Object> requests(HourPlan.Requests ten) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("from", ten.from().start().toString());
        json.put("uncached", ten.uncached());
        json.put("cached", ten.cached());
        json.put("none", ten.none());
        return json;
    }

    private static Map<String, @Nullable Object> coverage(HourPlan.Coverage coverage) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", coverage.parameter().label());
        json.put("standing", coverage.parameter().standing().name().toLowerCase(Locale.ROOT));
        json.put("seenEverySeconds", coverage.gap().map(Duration::toSeconds).orElse(null));
        json.put("checks", ids(coverage.checks()));
        json.put("kept", coverage.isKept());
        return json;
    }

    private static List<String> ids(List<Check> checks) {
        return checks.stream().map(check -> check.id().value()).toList();
    }
}
