package weservstatus.document;

import java.util.List;
import weservstatus.status.Totals;
import weservstatus.status.UptimeFigure;
import weservstatus.uptime.Tally;

/** Percentages as every document of our own API writes them. */
final class FiguresJson {
    private FiguresJson() {}

    /** One of the windows and what it holds. */
    record Window(String name, Tally tally) {}

    /** All but the 90 days. */
    static List<Window> shorter(Totals totals) {
        return List.of(
                new Window("24h", totals.day()),
                new Window("7d", totals.week()),
                new Window("30d", totals.month()));
    }

    static void window(Json json, Window window) {
        json.text("window", window.name());
        figures(json, UptimeFigure.of(window.tally()));
    }

    static void figures(Json json, UptimeFigure figure) {
        json.text("uptime", figure.uptime());
        json.text("low", figure.low());
        json.text("high", figure.high());
        json.text("strict", figure.strict());
        json.text("weighted", figure.weighted());
        json.text("coverage", figure.coverage());
    }
}
