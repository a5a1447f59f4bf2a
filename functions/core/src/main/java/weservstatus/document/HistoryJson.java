package weservstatus.document;

import java.util.Map;
import weservstatus.check.ComponentId;
import weservstatus.status.History;
import weservstatus.status.UptimeFigure;
import weservstatus.uptime.Tally;

/** {@code /api/v1/history}: the frozen months. */
public final class HistoryJson {
    private HistoryJson() {}

    public static Rendered of(History history) {
        byte[] json =
                Json.document(all -> all.objects("months", history.months(), HistoryJson::month));
        return WholeDocument.of(json, Documents.JSON, Documents.CACHED_BRIEFLY);
    }

    private static void month(Json json, History.Month month) {
        json.text("month", month.item().month().toString());
        json.text("sha256", month.sha256());
        json.objects("components", month.item().components().entrySet(), HistoryJson::component);
    }

    private static void component(Json json, Map.Entry<ComponentId, Tally> entry) {
        json.text("id", entry.getKey().value());
        TallyJson.write(json, entry.getValue());
        FiguresJson.figures(json, UptimeFigure.of(entry.getValue()));
    }
}
