package weservstatus.document;

import java.util.List;
import java.util.stream.Stream;
import weservstatus.check.ComponentId;
import weservstatus.status.Announcements;
import weservstatus.status.Announcements.AffectedState;
import weservstatus.status.Announcements.ChangeState;
import weservstatus.status.Announcements.IncidentState;
import weservstatus.status.Announcements.Repeat;
import weservstatus.status.Announcements.UpdateState;
import weservstatus.status.Announcements.WorkState;
import weservstatus.status.Announcements.WorkUpdate;

/** Incidents and planned work within {@code /api/v1/status}; updates stand newest first. */
final class AnnouncementsJson {
    /** Older ones stand in the history. */
    private static final int MOST_OVER = 10;

    private AnnouncementsJson() {}

    static void write(Json json, Announcements announcements) {
        json.objects("incidents", shown(announcements), AnnouncementsJson::incident);
        json.objects("earlier", earlier(announcements), AnnouncementsJson::brief);
        json.objects("maintenance", announcements.works(), AnnouncementsJson::work);
    }

    private static List<IncidentState> shown(Announcements announcements) {
        return Stream.concat(announcements.open().stream(), over(announcements).limit(MOST_OVER))
                .toList();
    }

    /** Enough of the others to name them at their days. */
    private static List<IncidentState> earlier(Announcements announcements) {
        return over(announcements).skip(MOST_OVER).toList();
    }

    private static Stream<IncidentState> over(Announcements announcements) {
        return announcements.incidents().stream().filter(incident -> incident.ended().isPresent());
    }

    private static void brief(Json json, IncidentState incident) {
        json.text("id", incident.id());
        json.text("title", incident.title());
        json.text("started", Times.seconds(incident.started()));
        json.text("ended", incident.ended().map(Times::seconds));
        json.objects("components", incident.affected(), AnnouncementsJson::affected);
    }

    static void incident(Json json, IncidentState incident) {
        json.text("id", incident.id());
        json.text("title", incident.title());
        json.text("status", incident.status().label());
        json.text("impact", incident.impact().label());
        json.flag("takenOver", incident.takenOver());
        json.text("started", Times.seconds(incident.started()));
        json.text("ended", incident.ended().map(Times::seconds));
        json.text("proposedEnd", incident.proposedEnd().map(Times::seconds));
        json.text("updated", Times.seconds(incident.updated()));
        json.objects("components", incident.affected(), AnnouncementsJson::affected);
        json.objects("updates", incident.updates().reversed(), AnnouncementsJson::update);
        json.texts("evidence", incident.evidence());
    }

    private static void affected(Json json, AffectedState affected) {
        json.text("id", affected.component().value());
        json.text("status", affected.status().label());
    }

    private static void update(Json json, UpdateState update) {
        json.text("id", update.id());
        json.text("status", update.status().label());
        json.flag("byMonitor", update.byMonitor());
        json.text("body", update.body());
        json.text("bodyHtml", MarkdownHtml.said(update.body(), update.byMonitor()));
        json.text("at", Times.seconds(update.at()));
        json.text("written", Times.seconds(update.written()));
        json.objects("components", update.changes(), AnnouncementsJson::change);
    }

    private static void change(Json json, ChangeState change) {
        json.text("id", change.component().value());
        json.text("before", change.before().label());
        json.text("after", change.after().label());
    }

    static void work(Json json, WorkState work) {
        json.text("id", work.id());
        json.text("maintenance", work.maintenance());
        json.text("title", work.title());
        json.text("body", work.body());
        json.text("bodyHtml", MarkdownHtml.of(work.body()));
        json.text("status", work.status().label());
        json.text("start", Times.seconds(work.start()));
        json.text("end", Times.seconds(work.end()));
        json.text("announcedEnd", Times.seconds(work.announcedEnd()));
        json.text("announced", Times.seconds(work.announced()));
        json.texts("components", work.components().stream().map(ComponentId::value).toList());
        json.objects("repeat", work.repeat().stream().toList(), AnnouncementsJson::repeat);
        json.objects("updates", work.updates().reversed(), AnnouncementsJson::workUpdate);
    }

    private static void repeat(Json json, Repeat repeat) {
        json.text("rule", repeat.rule());
        json.text("zone", repeat.zone());
        json.text("first", repeat.first());
    }

    private static void workUpdate(Json json, WorkUpdate update) {
        json.text("id", update.id());
        json.text("status", update.status().label());
        json.flag("byMonitor", update.byMonitor());
        json.text("body", update.body());
        json.text("bodyHtml", MarkdownHtml.said(update.body(), update.byMonitor()));
        json.text("at", Times.seconds(update.at()));
    }
}
