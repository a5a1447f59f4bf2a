package weservstatus.document;

import java.time.Instant;
import java.util.List;
import weservstatus.check.Page;
import weservstatus.status.StatusSnapshot;

/**
 * The documents of Atlassian Statuspage's API v2, key by key: a strict reader refuses a key too
 * many as well as one too few.
 */
final class StatuspageV2 {
    private final StatusSnapshot snapshot;
    private final List<StatuspageComponent> components;

    StatuspageV2(StatusSnapshot snapshot) {
        this.snapshot = snapshot;
        this.components = StatuspageComponent.all(snapshot);
    }

    /** {@code summary.json}. */
    byte[] summary() {
        return Json.document(json -> {
            json.object("page", this::page);
            json.objects("components", components, StatuspageComponent::write);
            json.objects("incidents", unresolved(), StatuspageBlindness::write);
            json.none("scheduled_maintenances");
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

    private List<StatuspageBlindness> unresolved() {
        return StatuspageBlindness.of(snapshot, components).stream().toList();
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
