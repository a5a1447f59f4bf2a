package weservstatus.document;

import static weservstatus.verdict.ComponentStatus.UNKNOWN;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import weservstatus.status.StatusSnapshot;
import weservstatus.status.StatusSnapshot.ComponentState;
import weservstatus.text.ShortId;

/**
 * The incident that stands for what Statuspage cannot say: the monitor is blind. Nothing in it but
 * the list of components changes while it lasts.
 *
 * @param start when the first of the components became unknown, as far as known
 * @param components the unknown leaves
 */
record StatuspageBlindness(
        String id,
        Instant start,
        String pageId,
        String pageUrl,
        List<StatuspageComponent> components) {
    private static final String NAME = "The monitor is blind";
    private static final String BODY =
            "There is no fresh data about the components listed here, so nobody can say whether"
                    + " they work. They read \"degraded performance\" only because this interface"
                    + " has no word for unknown. It says nothing about the service itself.";

    /** Present as long as the page or any component is unknown. */
    static Optional<StatuspageBlindness> of(
            StatusSnapshot snapshot, List<StatuspageComponent> all) {
        List<StatuspageComponent> unknown =
                all.stream().filter(StatuspageBlindness::isUnknownLeaf).toList();
        if (unknown.isEmpty() && snapshot.status() != UNKNOWN) {
            return Optional.empty();
        }
        Instant start = start(snapshot);
        return Optional.of(
                new StatuspageBlindness(
                        ShortId.of("blind", start.toString()),
                        start,
                        StatuspageComponent.pageId(snapshot),
                        snapshot.page().url().toASCIIString(),
                        unknown));
    }

    private static boolean isUnknownLeaf(StatuspageComponent component) {
        return component.children().isEmpty() && component.status() == UNKNOWN;
    }

    private static Instant start(StatusSnapshot snapshot) {
        return snapshot.components().stream()
                .filter(component -> component.status() == UNKNOWN)
                .map(ComponentState::since)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .or(() -> snapshot.since().filter(since -> snapshot.status() == UNKNOWN))
                .or(snapshot::dataThrough)
                .orElse(Instant.EPOCH);
    }

    static void write(Json json, StatuspageBlindness incident) {
        String start = Times.milliseconds(incident.start());
        json.text("id", incident.id());
        json.text("name", NAME);
        json.text("status", "investigating");
        json.text("created_at", start);
        json.text("updated_at", start);
        json.nothing("monitoring_at");
        json.nothing("resolved_at");
        json.text("impact", "none");
        json.text("shortlink", incident.pageUrl());
        json.text("started_at", start);
        json.text("page_id", incident.pageId());
        json.objects("incident_updates", List.of(incident), StatuspageBlindness::writeUpdate);
        json.objects("components", incident.components(), StatuspageComponent::write);
    }

    private static void writeUpdate(Json json, StatuspageBlindness incident) {
        String start = Times.milliseconds(incident.start());
        json.text("id", ShortId.of("update", incident.id()));
        json.text("status", "investigating");
        json.text("body", BODY);
        json.text("incident_id", incident.id());
        json.text("created_at", start);
        json.text("updated_at", start);
        json.text("display_at", start);
        json.nothing("affected_components");
        json.flag("deliver_notifications", false);
        json.nothing("custom_tweet");
        json.nothing("tweet_id");
    }
}
