package weservstatus.store;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.check.ComponentId;
import weservstatus.incident.Amendment;
import weservstatus.incident.Maintenance;
import weservstatus.incident.MaintenanceId;
import weservstatus.incident.MaintenanceStatus;
import weservstatus.incident.MaintenanceUpdate;
import weservstatus.incident.Timetable;
import weservstatus.time.Interval;

/** Planned work as JSON, also in exports. */
public final class MaintenanceJson implements Codec<Maintenance> {
    private static final int VERSION = 1;

    @Override
    public String encode(Maintenance work) {
        ObjectNode json = Fields.JSON.createObjectNode();
        json.put("v", VERSION);
        json.put("id", work.id().value());
        json.put("title", work.title());
        json.put("body", work.body());
        ArrayNode components = json.putArray("components");
        work.components().stream().sorted().forEach(id -> components.add(id.value()));
        encode(work.timetable(), json);
        json.put("announced", work.announced().toString());
        ArrayNode reminders = json.putArray("reminders");
        work.reminders().forEach(before -> reminders.add(before.toString()));
        json.put("untilFinished", work.untilFinished());
        ArrayNode amendments = json.putArray("amendments");
        work.amendments().forEach(amendment -> encode(amendment, amendments.addObject()));
        ArrayNode updates = json.putArray("updates");
        work.updates().forEach(update -> encode(update, updates.addObject()));
        work.cancelled().ifPresent(at -> json.put("cancelled", at.toString()));
        return Fields.JSON.writeValueAsString(json);
    }

    private static void encode(Timetable timetable, ObjectNode json) {
        switch (timetable) {
            case Timetable.Once once -> {
                ObjectNode node = json.putObject("once");
                node.put("start", once.window().start().toString());
                node.put("end", once.window().end().toString());
            }
            case Timetable.Recurring recurring -> {
                ObjectNode node = json.putObject("recurring");
                node.put("rule", recurring.rule());
                node.put("zone", recurring.zone().getId());
                node.put("first", recurring.first().toString());
                node.put("length", recurring.length().toString());
            }
        }
    }

    private static void encode(Amendment amendment, ObjectNode json) {
        json.put("planned", amendment.planned().toString());
        amendment.end().ifPresent(at -> json.put("end", at.toString()));
        amendment.extended().ifPresent(at -> json.put("extended", at.toString()));
        amendment.counted().ifPresent(at -> json.put("counted", at.toString()));
        amendment.verifying().ifPresent(at -> json.put("verifying", at.toString()));
        amendment.finished().ifPresent(at -> json.put("finished", at.toString()));
        amendment.cancelled().ifPresent(at -> json.put("cancelled", at.toString()));
    }

    private static void encode(MaintenanceUpdate update, ObjectNode json) {
        json.put("id", update.id());
        json.put("occurrence", update.occurrence().toString());
        json.put("status", update.status().label());
        AuthorJson.put(json, update.author());
        json.put("body", update.body());
        json.put("at", update.at().toString());
    }

    @Override
    public Maintenance decode(String document) {
        Fields json = Fields.parse("maintenance", document);
        if (json.whole("v") != VERSION) {
            throw new UnreadableDocument(
                    "maintenance.v", "written by another version of the program");
        }
        try {
            return decode(json);
        } catch (IllegalArgumentException e) {
            throw new UnreadableDocument("maintenance", "contradicts itself: " + e.getMessage(), e);
        }
    }

    private static Maintenance decode(Fields json) {
        Maintenance work =
                new Maintenance(
                        json.parsed("id", MaintenanceId::new),
                        json.text("title"),
                        json.text("body"),
                        json.texts("components").stream()
                                .map(ComponentId::new)
                                .collect(Collectors.toSet()),
                        timetable(json),
                        json.instant("announced"),
                        json.texts("reminders").stream().map(Duration::parse).toList(),
                        json.flag("untilFinished"),
                        json.objects("amendments").stream()
                                .map(MaintenanceJson::amendment)
                                .toList(),
                        json.objects("updates").stream().map(MaintenanceJson::update).toList(),
                        IncidentJson.optional(json, "cancelled"));
        json.end();
        return work;
    }

    private static Timetable timetable(Fields json) {
        return json.optionalObject("once")
                .map(MaintenanceJson::once)
                .orElseGet(() -> recurring(json.object("recurring")));
    }

    private static Timetable once(Fields json) {
        Timetable once =
                new Timetable.Once(new Interval(json.instant("start"), json.instant("end")));
        json.end();
        return once;
    }

    private static Timetable recurring(Fields json) {
        Timetable recurring =
                new Timetable.Recurring(
                        json.text("rule"),
                        json.parsed("zone", ZoneId::of),
                        json.parsed("first", LocalDateTime::parse),
                        json.duration("length"));
        json.end();
        return recurring;
    }

    private static Amendment amendment(Fields json) {
        Amendment amendment =
                new Amendment(
                        json.instant("planned"),
                        IncidentJson.optional(json, "end"),
                        IncidentJson.optional(json, "extended"),
                        IncidentJson.optional(json, "counted"),
                        IncidentJson.optional(json, "verifying"),
                        IncidentJson.optional(json, "finished"),
                        IncidentJson.optional(json, "cancelled"));
        json.end();
        return amendment;
    }

    private static MaintenanceUpdate update(Fields json) {
        MaintenanceUpdate update =
                new MaintenanceUpdate(
                        json.text("id"),
                        json.instant("occurrence"),
                        json.parsed("status", MaintenanceJson::status),
                        AuthorJson.read(json),
                        json.text("body"),
                        json.instant("at"));
        json.end();
        return update;
    }

    private static MaintenanceStatus status(String label) {
        return Arrays.stream(MaintenanceStatus.values())
                .filter(status -> status.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(label));
    }
}
