package weservstatus.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weservstatus.incident.MaintenanceStatus;
import weservstatus.status.Announcements.ChangeState;
import weservstatus.status.Announcements.IncidentState;
import weservstatus.status.Announcements.UpdateState;
import weservstatus.status.Announcements.WorkState;
import weservstatus.status.Announcements.WorkUpdate;
import weservstatus.status.StatusSnapshot;
import weservstatus.text.ShortId;

/**
 * Incidents and planned work in the form of Statuspage, whose one shape serves both; updates stand
 * newest first.
 *
 * @param components all groups and leaves
 */
record StatuspageIncident(String pageId, PageLinks links, List<StatuspageComponent> components) {

    static StatuspageIncident on(StatusSnapshot snapshot, List<StatuspageComponent> components) {
        return new StatuspageIncident(
                StatuspageComponent.pageId(snapshot), PageLinks.of(snapshot.page()), components);
    }

    void incident(Json json, IncidentState incident) {
        json.text("id", incident.id());
        json.text("name", incident.title());
        json.text("status", incident.status().label());
        times(json, incident.entered(), incident.updated());
        json.text("monitoring_at", incident.monitoring().map(Times::milliseconds));
        json.text("resolved_at", incident.ended().map(Times::milliseconds));
        json.text("impact", incident.impact().label());
        json.text("shortlink", link(incident));
        json.text("started_at", Times.milliseconds(incident.started()));
        json.text("page_id", pageId);
        json.objects(
                "incident_updates",
                incident.updates().reversed(),
                (update, said) -> update(update, incident.id(), said));
        json.objects(
                "components",
                find(
                        incident.affected().stream()
                                .map(affected -> StatuspageComponent.id(affected.component()))
                                .toList()),
                StatuspageComponent::write);
    }

    private void update(Json json, String incident, UpdateState update) {
        json.text("id", id(incident, update.id()));
        json.text("status", update.status().label());
        json.text("body", update.body());
        json.text("incident_id", incident);
        times(json, update.at(), later(update.at(), update.written()));
        json.text("display_at", Times.milliseconds(update.at()));
        affected(json, update.changes());
        json.flag("deliver_notifications", update.told());
        json.nothing("custom_tweet");
        json.nothing("tweet_id");
    }

    private void affected(Json json, List<ChangeState> changes) {
        if (changes.isEmpty()) {
            json.nothing("affected_components");
        } else {
            json.objects("affected_components", changes, this::change);
        }
    }

    private void change(Json json, ChangeState change) {
        String code = StatuspageComponent.id(change.component());
        String name =
                find(List.of(code)).stream()
                        .map(StatuspageComponent::name)
                        .findFirst()
                        .orElse(change.component().value());
        json.text("code", code);
        json.text("name", name);
        json.text("old_status", StatuspageWords.component(change.before()));
        json.text("new_status", StatuspageWords.component(change.after()));
    }

    /** Planned work: the shape of an incident and two keys more. */
    void work(Json json, WorkState work) {
        json.text("id", work.id());
        json.text("name", work.title());
        json.text("status", StatuspageWords.maintenance(work.status()));
        times(json, work.announced(), work.updated());
        json.nothing("monitoring_at");
        json.text("resolved_at", ended(work).map(Times::milliseconds));
        json.text("impact", "maintenance");
        json.text("shortlink", links.incident(work.id()));
        json.text("started_at", Times.milliseconds(work.start()));
        json.text("page_id", pageId);
        json.objects(
                "incident_updates",
                updates(work),
                (update, said) -> workUpdate(update, work.id(), said));
        json.objects(
                "components",
                find(work.components().stream().map(StatuspageComponent::id).toList()),
                StatuspageComponent::write);
        json.text("scheduled_for", Times.milliseconds(work.start()));
        json.text("scheduled_until", Times.milliseconds(work.announcedEnd()));
    }

    private static Optional<Instant> ended(WorkState work) {
        return switch (work.status()) {
            case SCHEDULED, IN_PROGRESS, VERIFYING -> Optional.empty();
            case COMPLETED, CANCELLED -> Optional.of(work.end());
        };
    }

    /** What was announced is itself the oldest update. */
    private static List<WorkUpdate> updates(WorkState work) {
        WorkUpdate announcement =
                new WorkUpdate(
                        "announced",
                        MaintenanceStatus.SCHEDULED,
                        false,
                        work.body(),
                        work.announced());
        List<WorkUpdate> newestFirst = new ArrayList<>(work.updates().reversed());
        newestFirst.add(announcement);
        return newestFirst;
    }

    private void workUpdate(Json json, String work, WorkUpdate update) {
        json.text("id", id(work, update.id()));
        json.text("status", StatuspageWords.maintenance(update.status()));
        json.text("body", update.body());
        json.text("incident_id", work);
        times(json, update.at(), update.at());
        json.text("display_at", Times.milliseconds(update.at()));
        json.nothing("affected_components");
        json.flag("deliver_notifications", true);
        json.nothing("custom_tweet");
        json.nothing("tweet_id");
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static String id(String incident, String update) {
        return ShortId.of("update", incident + "/" + update);
    }

    private static void times(Json json, Instant created, Instant updated) {
        json.text("created_at", Times.milliseconds(created));
        json.text("updated_at", Times.milliseconds(updated));
    }

    /** What only this interface calls an incident has no page of its own. */
    private String link(IncidentState incident) {
        return StatuspageBlindness.is(incident) ? links.home() : links.incident(incident.id());
    }

    /** Components that the page does not have any more are left out. */
    private List<StatuspageComponent> find(List<String> ids) {
        return components.stream().filter(component -> ids.contains(component.id())).toList();
    }
}
