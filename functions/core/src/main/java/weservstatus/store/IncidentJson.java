package weservstatus.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.check.ComponentId;
import weservstatus.incident.ComponentChange;
import weservstatus.incident.Impact;
import weservstatus.incident.Incident;
import weservstatus.incident.IncidentId;
import weservstatus.incident.IncidentStatus;
import weservstatus.incident.IncidentUpdate;
import weservstatus.verdict.ComponentStatus;

/** An incident as JSON, also in exports. */
public final class IncidentJson implements Codec<Incident> {
    private static final int VERSION = 1;

    @Override
    public String encode(Incident incident) {
        ObjectNode json = Fields.JSON.createObjectNode();
        json.put("v", VERSION);
        json.put("id", incident.id().value());
        json.put("entered", incident.entered().toString());
        json.put("title", incident.title());
        json.put("impact", incident.impact().label());
        AuthorJson.put(json, incident.heading().owner());
        json.put("started", incident.started().toString());
        incident.ended().ifPresent(end -> json.put("ended", end.toString()));
        incident.span().proposedEnd().ifPresent(end -> json.put("proposedEnd", end.toString()));
        incident.acknowledged().ifPresent(at -> json.put("acknowledged", at.toString()));
        ArrayNode evidence = json.putArray("evidence");
        incident.evidence().forEach(evidence::add);
        ArrayNode updates = json.putArray("updates");
        incident.updates().forEach(update -> encode(update, updates.addObject()));
        return Fields.JSON.writeValueAsString(json);
    }

    private static void encode(IncidentUpdate update, ObjectNode json) {
        json.put("id", update.id());
        json.put("status", update.status().label());
        AuthorJson.put(json, update.author());
        json.put("body", update.body());
        json.put("at", update.at().toString());
        json.put("written", update.written().toString());
        json.put("told", update.told());
        ArrayNode changes = json.putArray("changes");
        for (ComponentChange change : update.changes()) {
            ObjectNode node = changes.addObject();
            node.put("component", change.component().value());
            node.put("before", change.before().label());
            node.put("after", change.after().label());
        }
    }

    @Override
    public Incident decode(String document) {
        Fields json = Fields.parse("incident", document);
        if (json.whole("v") != VERSION) {
            throw new UnreadableDocument("incident.v", "written by another version of the program");
        }
        try {
            return decode(json);
        } catch (IllegalArgumentException e) {
            throw new UnreadableDocument("incident", "contradicts itself: " + e.getMessage(), e);
        }
    }

    private static Incident decode(Fields json) {
        Incident incident =
                new Incident(
                        json.parsed("id", IncidentId::new),
                        json.instant("entered"),
                        new Incident.Heading(
                                json.text("title"),
                                json.parsed("impact", IncidentJson::impact),
                                AuthorJson.read(json)),
                        new Incident.Span(
                                json.instant("started"),
                                optional(json, "ended"),
                                optional(json, "proposedEnd")),
                        json.objects("updates").stream().map(IncidentJson::update).toList(),
                        json.texts("evidence"),
                        optional(json, "acknowledged"));
        json.end();
        return incident;
    }

    private static IncidentUpdate update(Fields json) {
        IncidentUpdate update =
                new IncidentUpdate(
                        json.text("id"),
                        json.parsed("status", IncidentJson::status),
                        AuthorJson.read(json),
                        json.text("body"),
                        json.instant("at"),
                        json.instant("written"),
                        changes(json),
                        json.flag("told"));
        json.end();
        return update;
    }

    private static List<ComponentChange> changes(Fields json) {
        return json.objects("changes").stream().map(IncidentJson::change).toList();
    }

    private static ComponentChange change(Fields json) {
        ComponentChange change =
                new ComponentChange(
                        json.parsed("component", ComponentId::new),
                        json.parsed("before", IncidentJson::componentStatus),
                        json.parsed("after", IncidentJson::componentStatus));
        json.end();
        return change;
    }

    static Optional<Instant> optional(Fields json, String name) {
        return json.has(name) ? Optional.of(json.instant(name)) : Optional.empty();
    }

    private static Impact impact(String label) {
        return Impact.find(label).orElseThrow(() -> new IllegalArgumentException(label));
    }

    private static IncidentStatus status(String label) {
        return IncidentStatus.find(label).orElseThrow(() -> new IllegalArgumentException(label));
    }

    private static ComponentStatus componentStatus(String label) {
        return ComponentStatus.find(label).orElseThrow(() -> new IllegalArgumentException(label));
    }
}
