package weservstatus.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one full round of the shipped catalogue costs in a process that does nothing else. */
final class CatalogueCost {
    private static final Pattern READY = Pattern.compile("ready (\\S+) (\\S+)");
    private static final Pattern FIGURE = Pattern.compile("^(figure|end)\\t?([^\\t]*)\\t?(.*)$");

    private CatalogueCost() {}

    static List<Row> measure() {
        try (ChildJvm replay = ChildJvm.start(ReplayTarget.class.getName(), "AT_ONCE")) {
            Matcher ready = replay.await(READY);
            try (ChildJvm rounds =
                    ChildJvm.start(
                            CatalogueRounds.class.getName(),
                            Path.of("status.yaml").toAbsolutePath().toString(),
                            ready.group(1),
                            ready.group(2))) {
                return rows(rounds);
            }
        }
    }

    private static List<Row> rows(ChildJvm rounds) {
        List<Row> rows = new ArrayList<>();
        Matcher line = rounds.await(FIGURE);
        while (line.group(1).equals("figure")) {
            String goal = rows.isEmpty() ? "≤ 250 ms CPU" : "";
            rows.add(new Row(line.group(2), line.group(3), goal, ""));
            line = rounds.await(FIGURE);
        }
        return rows;
    }
}
