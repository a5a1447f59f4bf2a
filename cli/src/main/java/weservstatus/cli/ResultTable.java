package weservstatus.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import weservstatus.local.OneLook.Seen;
import weservstatus.observe.Failure;
import weservstatus.observe.Observation;
import weservstatus.observe.Result;
import weservstatus.observe.Side;
import weservstatus.text.TextTable;

/** The answers as a table for people, with the count of each result below. */
final class ResultTable {
    private ResultTable() {}

    static String of(List<Seen> seen) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("CHECK", "COMPONENT", "RESULT", "SIDE", "TIME", "MESSAGE"));
        seen.forEach(one -> rows.add(row(one)));
        return String.join("\n", new TextTable(rows).lines()) + "\n\n" + summary(seen) + "\n";
    }

    private static List<String> row(Seen seen) {
        Observation observation = seen.observation();
        return List.of(
                seen.check().id().value(),
                seen.check().component().value(),
                observation.result().label(),
                observation.side().map(Side::label).orElse(""),
                Times.text(observation.phases().totalMicros()),
                observation.failure().map(ResultTable::message).orElse(""));
    }

    private static String message(Failure failure) {
        return failure.reason() + ": " + failure.message();
    }

    private static String summary(List<Seen> seen) {
        Map<Result, Integer> counts = new LinkedHashMap<>();
        for (Result result : Result.values()) {
            counts.put(result, 0);
        }
        seen.forEach(one -> counts.merge(one.observation().result(), 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getValue() + " " + entry.getKey().label())
                .collect(Collectors.joining(", "));
    }
}
