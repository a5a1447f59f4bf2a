package weservstatus.document;

import java.time.YearMonth;
import weservstatus.check.ComponentId;
import weservstatus.slo.ObjectiveResult;
import weservstatus.status.Announcements.AffectedState;
import weservstatus.status.MonthReport;
import weservstatus.status.MonthReport.ComponentMonth;
import weservstatus.status.MonthReport.Outage;

/** {@code /api/v1/report/{month}.json}: how a month was, for contracts and for the curious. */
public final class ReportJson {
    /** How every figure comes about; docs/verdict.md, section 8, has the whole of it. */
    static final String COUNTED =
            "Months are calendar months in UTC. Uptime is 1 - down / observed time, floored, with"
                    + " announced work left out; low and high are its bounds, whatever happened"
                    + " between two looks. Strict counts everything that was not fully"
                    + " operational as down, announced work too. Weighted counts a major outage"
                    + " in full and a partial one at 30 %. Coverage is the observed share of the"
                    + " time; below 95 % no uptime is given. Latency is that of good answers of"
                    + " warm probes; p99 needs 300 of them. An objective is kept when no more of a"
                    + " month's scheduled answers, outside announced work, were bad than it allows.";

    private ReportJson() {}

    /**
     * The document.
     *
     * @param first month of which anything is kept
     * @param last month so far
     */
    public static Rendered of(MonthReport report, YearMonth first, YearMonth last) {
        byte[] json =
                Json.document(month -> {
                    MonthJson.head(month, report, first, last);
                    month.flag("final", report.sha256().isPresent());
                    month.objects("components", report.components(), ReportJson::component);
                    month.objects(
                            "objectives",
                            report.components().stream()
                                    .filter(one -> one.objective().isPresent())
                                    .toList(),
                            (promise, one) ->
                                    objective(promise, one, one.objective().orElseThrow()));
                    month.object("speed", speed -> SpeedJson.percentiles(speed, report.speed()));
                    month.objects("outages", report.outages(), ReportJson::outage);
                    month.number("incidents", report.incidents().size());
                    month.objects("maintenance", report.works(), AnnouncementsJson::work);
                    month.text("counted", COUNTED);
                });
        return WholeDocument.of(json, Documents.JSON, Documents.CACHED_BRIEFLY);
    }

    private static void component(Json json, ComponentMonth component) {
        MonthJson.figures(json, component);
        json.object("latency", latency -> SpeedJson.percentiles(latency, component.latency()));
    }

    private static void objective(Json json, ComponentMonth component, ObjectiveResult result) {
        json.text("component", component.id().value());
        json.text("name", component.name());
        json.text("target", result.objective().percent());
        json.text("reached", result.reached());
        json.number("answers", result.trials().total());
        json.number("bad", result.trials().badCount());
        json.flag("kept", result.kept());
    }

    private static void outage(Json json, Outage outage) {
        json.text("id", outage.incident().id());
        json.text("title", outage.incident().title());
        json.text("impact", outage.incident().impact().label());
        json.text("started", Times.seconds(outage.incident().started()));
        json.text("ended", outage.incident().ended().map(Times::seconds));
        json.number("secondsWithin", outage.within().toSeconds());
        json.texts(
                "components",
                outage.incident().affected().stream()
                        .map(AffectedState::component)
                        .map(ComponentId::value)
                        .toList());
    }
}
