package weservstatus.api;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.check.ComponentId;
import weservstatus.notify.DeliveryRecord;
import weservstatus.notify.Silence;
import weservstatus.store.Codec;
import weservstatus.store.SilenceJson;
import weservstatus.usecase.Administration;

/** {@code /api/v1/admin/deliveries} and {@code …/silences}. */
final class AdminTelling {
    private static final String SILENCES = "/api/v1/admin/silences";
    private static final WholeNumber LIMIT = new WholeNumber("limit", 1, 200, 50);
    private static final int MOST_COMPONENTS = 100;
    private static final int LONGEST_REASON = 500;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Codec<Silence> SILENCE = new SilenceJson();

    static final List<Operation<Administration>> ALL =
            List.of(
                    Operation.of(
                            "GET",
                            "/api/v1/admin/deliveries",
                            Trust.ADMIN,
                            AdminTelling::deliveries),
                    Operation.of("GET", SILENCES, Trust.ADMIN, AdminTelling::silences),
                    Operation.of("POST", SILENCES, Trust.ADMIN, AdminTelling::begin),
                    Operation.of("GET", SILENCES + "/{id}", Trust.ADMIN, AdminTelling::silence),
                    Operation.of("DELETE", SILENCES + "/{id}", Trust.ADMIN, AdminTelling::end));

    private AdminTelling() {}

    private static Response deliveries(Administration admin, Asked asked) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode deliveries = json.putArray("deliveries");
        admin.subscribers()
                .deliveries(asked.number(LIMIT))
                .forEach(record -> write(record, deliveries.addObject()));
        return Replies.json(200, json, Map.of());
    }

    private static void write(DeliveryRecord record, ObjectNode json) {
        json.put("at", record.at().toString());
        json.put("message", record.message().toString());
        json.put("receiver", record.receiver().label());
        json.put("event", record.event().label());
        json.put("title", record.title());
        json.put("end", record.end().label());
        json.put("reason", record.reason());
        json.put("tried", record.tried());
    }

    private static Response silences(Administration admin, Asked asked) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode silences = json.putArray("silences");
        admin.silences()
                .all()
                .forEach(silence -> silences.add(JSON.readTree(SILENCE.encode(silence))));
        return Replies.json(200, json, Map.of());
    }

    private static Response silence(Administration admin, Asked asked) {
        String id = asked.variable("id");
        return admin.silences()
                .find(id)
                .map(stored ->
                        Replies.one(
                                JSON.readTree(SILENCE.encode(stored.value())), stored.version()))
                .orElseGet(() -> Replies.missing("silence", id));
    }

    private static Response begin(Administration admin, Asked asked) {
        var mandate = asked.creating();
        Form form = asked.form();
        Set<ComponentId> components =
                form.maybeAll(
                                "components",
                                MOST_COMPONENTS,
                                ComponentId::new,
                                "an id of a component")
                        .<Set<ComponentId>>map(HashSet::new)
                        .orElse(Set.of());
        Instant until =
                form.parsed(
                        "until",
                        Instant::parse,
                        "a time as in 2026-01-31T12:00:00Z",
                        Instant.EPOCH);
        String reason = form.line("reason", LONGEST_REASON);
        form.end();
        return Replies.outcome(
                admin.silences().begin(components, until, reason, mandate),
                SILENCES,
                document -> document);
    }

    private static Response end(Administration admin, Asked asked) {
        return Replies.outcome(
                admin.silences().end(asked.variable("id"), asked.changing()),
                SILENCES,
                document -> document);
    }
}
