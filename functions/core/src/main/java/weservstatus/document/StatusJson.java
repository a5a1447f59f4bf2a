package weservstatus.document;

import weservstatus.check.Look;
import weservstatus.check.Page;
import weservstatus.status.StatusSnapshot;
import weservstatus.status.StatusSnapshot.CheckCounts;
import weservstatus.status.StatusSnapshot.ComponentState;
import weservstatus.status.StatusSnapshot.GroupState;
import weservstatus.status.StatusSnapshot.Place;
import weservstatus.status.StatusSnapshot.Problem;
import weservstatus.status.StatusSnapshot.Speed;
import weservstatus.status.UptimeFigure;
import weservstatus.verdict.Overruling;

/** {@code /api/v1/status}: all that the first view of the page needs. */
final class StatusJson {
    private static final String LOGO = "api/v1/logo";

    private StatusJson() {}

    static byte[] write(StatusSnapshot snapshot) {
        return Json.document(json -> snapshot(json, snapshot));
    }

    private static void snapshot(Json json, StatusSnapshot snapshot) {
        json.object("page", page -> page(page, snapshot.page()));
        json.text("generatedAt", Times.seconds(snapshot.generatedAt()));
        json.text("dataThrough", snapshot.dataThrough().map(Times::seconds));
        json.number("roundSeconds", snapshot.round().toSeconds());
        json.number("staleAfterSeconds", snapshot.staleAfter().toSeconds());
        json.flag("subscriptions", snapshot.page().subscriptions());
        json.text("status", snapshot.status().label());
        json.text("headline", snapshot.headline().label());
        json.text("since", snapshot.since().map(Times::seconds));
        json.object("checks", checks -> checks(checks, snapshot.checks()));
        json.objects("places", snapshot.places(), StatusJson::place);
        json.objects("groups", snapshot.groups(), StatusJson::group);
        json.object("speed", speed -> speed(speed, snapshot.speed()));
        AnnouncementsJson.write(json, snapshot.announcements());
    }

    private static void page(Json json, Page page) {
        json.text("name", page.name());
        json.text("url", page.url().toASCIIString());
        json.text("timeZone", page.timeZone());
        json.text("notice", page.notice());
        json.text("logo", page.look().logo().map(logo -> LOGO));
        json.object("colour", page.look().colour(), StatusJson::colour);
        json.objects("links", page.look().links(), StatusJson::link);
        json.text("footer", page.look().footer());
    }

    private static void colour(Json json, Look.Accent colour) {
        json.text("light", colour.light());
        json.text("dark", colour.dark());
    }

    private static void link(Json json, Look.Link link) {
        json.text("name", link.name());
        json.text("url", link.url().toASCIIString());
    }

    private static void checks(Json json, CheckCounts checks) {
        json.number("active", checks.active());
        json.number("good", checks.good());
        json.number("slow", checks.slow());
        json.number("suspect", checks.suspect());
        json.number("failing", checks.failing());
        json.number("unknown", checks.unknown());
        json.number("off", checks.off());
    }

    static void place(Json json, Place place) {
        json.text("id", place.id().value());
        json.text("name", place.name());
        json.text("state", place.state().label());
        json.text("lastRound", place.lastRound().map(Times::seconds));
    }

    private static void group(Json json, GroupState state) {
        json.text("id", state.group().id().value());
        json.text("name", state.group().name());
        json.text("status", state.status().label());
        json.objects("components", state.components(), StatusJson::component);
    }

    private static void component(Json json, ComponentState state) {
        json.text("id", state.component().id().value());
        json.text("name", state.component().name());
        json.text("description", state.component().description());
        json.text("status", state.status().label());
        json.text("since", state.since().map(Times::seconds));
        json.text("seemsOverSince", state.course().seemsOver().map(Times::seconds));
        json.text("unstableSince", state.course().unstable().map(Times::seconds));
        json.object("override", state.overruling(), StatusJson::overruling);
        json.objects("problems", state.problems(), StatusJson::problem);
        FiguresJson.figures(json, UptimeFigure.of(state.totals().quarter()));
        json.objects("windows", FiguresJson.shorter(state.totals()), FiguresJson::window);
        json.text("firstDay", state.firstDay().map(Object::toString));
        json.objects("days", state.days(), DayJson::write);
    }

    private static void overruling(Json json, Overruling said) {
        json.text("by", said.by().label());
        json.text("since", Times.seconds(said.since()));
        json.text("until", Times.seconds(said.until()));
        json.text("reason", said.reason());
        json.text("seen", said.judged().label());
    }

    private static void problem(Json json, Problem problem) {
        json.text("checkId", problem.checkId());
        json.text("check", problem.check());
        json.text("side", problem.side());
        json.text("reason", problem.reason());
        json.text("message", problem.message());
        json.text("evidence", problem.evidence());
    }

    private static void speed(Json json, Speed speed) {
        json.object("day", day -> SpeedJson.percentiles(day, speed.day()));
        json.objects("hours", speed.hours(), SpeedJson::hour);
    }
}
