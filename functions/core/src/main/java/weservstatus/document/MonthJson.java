package weservstatus.document;

import java.time.YearMonth;
import weservstatus.status.MonthReport;
import weservstatus.status.MonthReport.ComponentMonth;
import weservstatus.status.StatusSnapshot.Day;
import weservstatus.status.UptimeFigure;

/** {@code /api/v1/history/{month}}: the days of a month and what happened on them. */
public final class MonthJson {
    private MonthJson() {}

    /**
     * The document.
     *
     * @param first month of which anything is kept
     * @param last month so far
     */
    public static Rendered of(MonthReport report, YearMonth first, YearMonth last) {
        byte[] json =
                Json.document(month -> {
                    head(month, report, first, last);
                    month.objects("components", report.components(), MonthJson::component);
                    month.objects("incidents", report.incidents(), AnnouncementsJson::incident);
                    month.objects("maintenance", report.works(), AnnouncementsJson::work);
                });
        return WholeDocument.of(json, Documents.JSON, Documents.CACHED_BRIEFLY);
    }

    /** Which month it is and how far it is counted. */
    static void head(Json json, MonthReport report, YearMonth first, YearMonth last) {
        json.object("page", page -> page.text("name", report.page()));
        json.text("month", report.month().toString());
        json.text("first", first.toString());
        json.text("last", last.toString());
        json.text("start", Times.seconds(report.interval().start()));
        json.text("end", Times.seconds(report.interval().end()));
        json.text("asOf", Times.seconds(report.asOf()));
        json.text("sha256", report.sha256());
    }

    /** Name and figures. */
    static void figures(Json json, ComponentMonth component) {
        json.text("id", component.id().value());
        json.text("name", component.name());
        json.text("group", component.group());
        TallyJson.write(json, component.tally());
        FiguresJson.figures(json, UptimeFigure.of(component.tally()));
    }

    private static void component(Json json, ComponentMonth component) {
        figures(json, component);
        RevisedJson.write(json, component.revised());
        json.objects("days", component.days(), MonthJson::day);
    }

    private static void day(Json json, Day day) {
        DayJson.write(json, day);
        RevisedJson.write(json, day.revised());
    }
}
