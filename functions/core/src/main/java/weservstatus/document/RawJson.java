package weservstatus.document;

import java.util.List;
import weservstatus.uptime.RawDay;

/** {@code /api/v1/raw}: the days of which the raw observations can be fetched. */
public final class RawJson {
    private RawJson() {}

    /** The list, oldest first as it is given. */
    public static Rendered of(List<RawDay> days) {
        byte[] json = Json.document(list -> list.objects("days", days, RawJson::day));
        return WholeDocument.of(json, Documents.JSON, Documents.CACHED_BRIEFLY);
    }

    private static void day(Json json, RawDay day) {
        json.text("day", day.date().toString());
        json.number("bytes", day.bytes());
        json.text("sha256", day.sha256());
        json.text("state", day.complete() ? "complete" : "partial");
    }
}
