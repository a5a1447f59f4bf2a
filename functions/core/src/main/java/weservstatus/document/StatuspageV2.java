package weservstatus.document;

import static weservstatus.incident.MaintenanceStatus.IN_PROGRESS;
import static weservstatus.incident.MaintenanceStatus.SCHEDULED;
import static weservstatus.incident.MaintenanceStatus.VERIFYING;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import weservstatus.check.Page;
import weservstatus.incident.MaintenanceStatus;
import weservstatus.status.Announcements;
import weservstatus.status.Announcements.IncidentState;
import weservstatus.status.Announcements.WorkState;
import weservstatus.status.StatusSnapshot;

/**
 * The documents of Atlassian Statuspage's API v2, key by key: a strict reader refuses a key too
 * many as well as one too few.
 */
final class StatuspageV2 {
    private static final int MOST = 50;

    private final StatusSnapshot snapshot;
    private final List<StatuspageComponent> components;
    private final StatuspageIncident form;

    StatuspageV2(StatusSnapshot snapshot) {
        this.snapshot = snapshot;
        this.components = StatuspageComponent.all(snapshot);
        this.form = StatuspageIncident.on(snapshot, components);
    }

    /** {@code summary.json}. */
    byte[] summary() {
        return Json.document(json -> {
            json.object("page", this::page);
            json.objects("components", components, StatuspageComponent::write);
            json.objects("incidents", unresolved(), form::incident);
            json.objects(
                    "scheduled_maintenances", works(SCHEDULED, IN_PROGRESS, VERIFYING), form::work);
            json.object("status", this::status);
        });
    }

    /** {@code status.json}. */
    byte[] status() {
        return Json.document(json -> {
            json.object("page", this::page);
            json.object("status", this::status);
        });
    }

    /** {@code components.json}. */
    byte[] components() {
        return Json.document(json -> {
            json.object("page", this::page);
            json.objects("components", components, StatuspageComponent::write);
        });
    }

    /** {@code incidents.json}: the newest of any status. */
    byte[] incidents() {
        return incidents(
                Stream.concat(blind(), announcements().incidents().stream()).limit(MOST).toList());
    }

    /** {@code incidents/unresolved.json}. */
    byte[] unresolvedIncidents() {
        return incidents(unresolved());
    }

    private byte[] incidents(List<IncidentState> incidents) {
        return Json.document(json -> {
            json.object("page", this::page);
            json.objects("incidents", incidents, form::incident);
        });
    }

    /** {@code scheduled-maintenances.json}: the newest of any status. */
    byte[] maintenances() {
        List<WorkState> newest = announcements().works().reversed().stream().limit(MOST).toList();
        return maintenances(newest);
    }

    /** {@code scheduled-maintenances/upcoming.json}. */
    byte[] upcomingMaintenances() {
        return maintenances(works(SCHEDULED));
    }

    /** {@code scheduled-maintenances/active.json}. */
    byte[] activeMaintenances() {
        return maintenances(works(IN_PROGRESS, VERIFYING));
    }

    private byte[] maintenances(List<WorkState> works) {
        return Json.document(json -> {
            json.object("page", this::page);
            json.objects("scheduled_maintenances", works, form::work);
        });
    }

    private Announcements announcements() {
        return snapshot.announcements();
    }

    private List<WorkState> works(MaintenanceStatus... statuses) {
        return announcements().works(statuses);
    }

    private List<IncidentState> unresolved() {
        return Stream.concat(blind(), announcements().open().stream()).toList();
    }

    private Stream<IncidentState> blind() {
        return StatuspageBlindness.of(snapshot).stream();
    }

    private void page(Json json) {
        Page page = snapshot.page();
        json.text("id", StatuspageComponent.pageId(snapshot));
        json.text("name", page.name());
        json.text("url", page.url().toASCIIString());
        json.text("time_zone", page.timeZone());
        json.text("updated_at", Times.milliseconds(updated()));
    }

    /** Stands still while the monitor is blind; never later than what was seen. */
    private Instant updated() {
        return snapshot.dataThrough().orElse(Instant.EPOCH);
    }

    private void status(Json json) {
        json.text("indicator", StatuspageWords.indicator(snapshot.status()));
        json.text("description", StatuspageWords.description(snapshot.status()));
    }
}
