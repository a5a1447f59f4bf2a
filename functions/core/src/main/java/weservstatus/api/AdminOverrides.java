package weservstatus.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.check.ComponentId;
import weservstatus.store.Codec;
import weservstatus.store.OverrideJson;
import weservstatus.store.Stored;
import weservstatus.usecase.Administration;
import weservstatus.usecase.OverrideEdit;
import weservstatus.usecase.OverrideWish;
import weservstatus.verdict.ComponentOverride;
import weservstatus.verdict.ComponentStatus;

/** {@code /api/v1/admin/overrides}: what components are said to be, and until when. */
final class AdminOverrides {
    private static final String PLACE = "/api/v1/admin/overrides";
    private static final String ONE = PLACE + "/{id}";
    private static final int LONGEST_REASON = 200;
    private static final String STATUS =
            "operational, degraded_performance, partial_outage, major_outage or under_maintenance";
    private static final String TIME = "a time as in 2026-01-31T12:00:00Z";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Codec<ComponentOverride> CODEC = new OverrideJson();

    static final List<Operation<Administration>> ALL =
            List.of(
                    Operation.of("GET", PLACE, Trust.ADMIN, AdminOverrides::list),
                    Operation.of("POST", PLACE, Trust.ADMIN, AdminOverrides::begin),
                    Operation.of("GET", ONE, Trust.ADMIN, AdminOverrides::show),
                    Operation.of("PATCH", ONE, Trust.ADMIN, AdminOverrides::change),
                    Operation.of("DELETE", ONE, Trust.ADMIN, AdminOverrides::end));

    private AdminOverrides() {}

    private static Response list(Administration admin, Asked asked) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode overrides = json.putArray("overrides");
        admin.overrides().all().forEach(stored -> overrides.add(view(stored)));
        return Replies.json(200, json, Map.of());
    }

    private static Response show(Administration admin, Asked asked) {
        String id = asked.variable("id");
        return admin.overrides()
                .find(id)
                .map(stored -> Replies.one(view(stored), stored.version()))
                .orElseGet(() -> Replies.missing("override", id));
    }

    private static Response begin(Administration admin, Asked asked) {
        var mandate = asked.creating();
        Form form = asked.form();
        ComponentId component =
                form.parsed(
                        "component",
                        ComponentId::new,
                        "the id of a component",
                        new ComponentId("none"));
        OverrideWish wish =
                new OverrideWish(
                        form.parsed(
                                "status",
                                AdminOverrides::status,
                                STATUS,
                                ComponentStatus.OPERATIONAL),
                        form.parsed("until", Instant::parse, TIME, Instant.EPOCH),
                        form.line("reason", LONGEST_REASON));
        form.end();
        return Replies.outcome(
                admin.overrides().begin(component, wish, mandate), PLACE, document -> document);
    }

    private static Response change(Administration admin, Asked asked) {
        var mandate = asked.changing();
        Form form = asked.form();
        OverrideEdit wish =
                new OverrideEdit(
                        form.maybe("status", AdminOverrides::status, STATUS),
                        form.maybeInstant("until"),
                        form.maybeLine("reason", LONGEST_REASON));
        form.end();
        return Replies.outcome(
                admin.overrides().change(asked.variable("id"), wish, mandate),
                PLACE,
                document -> document);
    }

    private static Response end(Administration admin, Asked asked) {
        return Replies.outcome(
                admin.overrides().end(asked.variable("id"), asked.changing()),
                PLACE,
                document -> document);
    }

    private static ComponentStatus status(String label) {
        return ComponentStatus.find(label)
                .filter(status -> status != ComponentStatus.UNKNOWN)
                .orElseThrow(IllegalArgumentException::new);
    }

    private static ObjectNode view(Stored<ComponentOverride> stored) {
        return ((ObjectNode) JSON.readTree(CODEC.encode(stored.value())))
                .put("version", stored.version());
    }
}
