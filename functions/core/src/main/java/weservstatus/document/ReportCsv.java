package weservstatus.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weservstatus.slo.ObjectiveResult;
import weservstatus.status.MonthReport;
import weservstatus.status.MonthReport.ComponentMonth;
import weservstatus.status.UptimeFigure;
import weservstatus.text.CleanText;
import weservstatus.uptime.Percentiles;
import weservstatus.uptime.Tally;

/**
 * {@code /api/v1/report/{month}.csv}: one line for each component (RFC 4180). A name that a
 * spreadsheet would take for a formula begins with an apostrophe.
 */
public final class ReportCsv {
    static final String MEDIA_TYPE = "text/csv; charset=utf-8; header=present";

    private static final List<String> NAMES =
            List.of(
                    "month",
                    "component",
                    "name",
                    "group",
                    "uptime",
                    "low",
                    "high",
                    "strict",
                    "weighted",
                    "coverage",
                    "operational_ms",
                    "degraded_ms",
                    "partial_ms",
                    "major_ms",
                    "maintenance_ms",
                    "unobserved_ms",
                    "least_ms",
                    "most_ms",
                    "n",
                    "p50_ms",
                    "p95_ms",
                    "p99_ms",
                    "objective",
                    "reached",
                    "kept",
                    "sha256");

    private ReportCsv() {}

    public static Rendered of(MonthReport report) {
        String lines =
                Stream.concat(
                                Stream.of(NAMES),
                                report.components().stream().map(one -> line(report, one)))
                        .map(cells ->
                                cells.stream()
                                        .map(ReportCsv::quoted)
                                        .collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\r\n", "", "\r\n"));
        return WholeDocument.of(
                lines.getBytes(StandardCharsets.UTF_8), MEDIA_TYPE, Documents.CACHED_BRIEFLY);
    }

    private static List<String> line(MonthReport report, ComponentMonth component) {
        List<String> cells = new ArrayList<>();
        cells.add(report.month().toString());
        cells.add(component.id().value());
        cells.add(harmless(component.name()));
        cells.add(harmless(component.group()));
        figures(UptimeFigure.of(component.tally()), cells);
        tally(component.tally(), cells);
        latency(component.latency(), cells);
        objective(component, cells);
        cells.add(report.sha256().orElse(""));
        return cells;
    }

    private static void figures(UptimeFigure figure, List<String> cells) {
        Stream.of(
                        figure.uptime(),
                        figure.low(),
                        figure.high(),
                        figure.strict(),
                        figure.weighted(),
                        figure.coverage())
                .map(number -> number.orElse(""))
                .forEach(cells::add);
    }

    private static void tally(Tally tally, List<String> cells) {
        Stream.of(
                        tally.operational(),
                        tally.degraded(),
                        tally.partial(),
                        tally.major(),
                        tally.maintenance(),
                        tally.unobserved(),
                        tally.least(),
                        tally.most())
                .map(Object::toString)
                .forEach(cells::add);
    }

    private static void latency(Percentiles latency, List<String> cells) {
        cells.add(Long.toString(latency.n()));
        Stream.of(latency.p50(), latency.p95(), latency.p99())
                .map(millis -> millis.map(Json::tenths).map(Object::toString).orElse(""))
                .forEach(cells::add);
    }

    private static void objective(ComponentMonth component, List<String> cells) {
        cells.add(component.objective().map(one -> one.objective().percent()).orElse(""));
        cells.add(component.objective().flatMap(ObjectiveResult::reached).orElse(""));
        cells.add(
                component
                        .objective()
                        .flatMap(ObjectiveResult::kept)
                        .map(Object::toString)
                        .orElse(""));
    }

    private static String harmless(String text) {
        String line = CleanText.line(text);
        boolean formula = !line.isEmpty() && "=+-@\t\r".indexOf(line.charAt(0)) >= 0;
        return formula ? "'" + line : line;
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
