package weservstatus.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.check.ComponentId;
import weservstatus.incident.Impact;
import weservstatus.incident.Incident;
import weservstatus.incident.IncidentStatus;
import weservstatus.store.Codec;
import weservstatus.store.IncidentJson;
import weservstatus.store.Stored;
import weservstatus.usecase.Administration;
import weservstatus.usecase.IncidentEdit;
import weservstatus.usecase.NewIncident;
import weservstatus.usecase.NewUpdate;
import weservstatus.verdict.ComponentStatus;

/** {@code /api/v1/admin/incidents}. */
final class AdminIncidents {
    private static final String PLACE = "/api/v1/admin/incidents";
    private static final String ONE = PLACE + "/{id}";
    private static final WholeNumber LIMIT = new WholeNumber("limit", 1, 200, 50);
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_BODY = 10_000;
    private static final int MOST_UPDATES = 50;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Codec<Incident> CODEC = new IncidentJson();

    static final List<Operation<Administration>> ALL =
            List.of(
                    Operation.of("GET", PLACE, Trust.ADMIN, AdminIncidents::list),
                    Operation.of("POST", PLACE, Trust.ADMIN, AdminIncidents::open),
                    Operation.of("GET", ONE, Trust.ADMIN, AdminIncidents::show),
                    Operation.of("PATCH", ONE, Trust.ADMIN, AdminIncidents::edit),
                    Operation.of("POST", ONE + "/updates", Trust.ADMIN, AdminIncidents::update),
                    Operation.of(
                            "PATCH",
                            ONE + "/updates/{update}",
                            Trust.ADMIN,
                            AdminIncidents::reword),
                    Operation.of("POST", ONE + "/merge", Trust.ADMIN, AdminIncidents::merge));

    private AdminIncidents() {}

    private static Response list(Administration admin, Asked asked) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode incidents = json.putArray("incidents");
        boolean open = Optional.of("true").equals(asked.parameter("open"));
        admin.incidents().newest(asked.number(LIMIT)).stream()
                .filter(stored -> !open || stored.value().isOpen())
                .forEach(stored -> incidents.add(view(stored)));
        return Replies.json(200, json, Map.of());
    }

    private static ObjectNode view(Stored<Incident> stored) {
        ObjectNode json = view((ObjectNode) JSON.readTree(CODEC.encode(stored.value())));
        return json.put("version", stored.version());
    }

    /** The stored form, and what follows from it. */
    private static ObjectNode view(ObjectNode document) {
        document.remove("v");
        Incident incident = CODEC.decode(document.deepCopy().put("v", 1).toString());
        document.put("status", incident.status().label());
        document.put("takenOver", incident.isTakenOver());
        ObjectNode components = document.putObject("components");
        incident.components().forEach((id, said) -> components.put(id.value(), said.label()));
        return document;
    }

    private static Response show(Administration admin, Asked asked) {
        String id = asked.variable("id");
        return admin.incidents()
                .find(id)
                .map(stored -> Replies.one(view(stored), stored.version()))
                .orElseGet(() -> Replies.missing("incident", id));
    }

    private static Response open(Administration admin, Asked asked) {
        var mandate = asked.creating();
        Form form = asked.form();
        String title = form.line("title", LONGEST_TITLE);
        Optional<Impact> impact = impact(form);
        var started = form.maybeInstant("started");
        var ended = form.maybeInstant("ended");
        List<NewUpdate> updates =
                form.maybeForms("updates", MOST_UPDATES).orElse(List.of()).stream()
                        .map(AdminIncidents::part)
                        .toList();
        if (updates.isEmpty()) {
            form.fault("updates", "nothing is said", "give at least one update");
        }
        form.end();
        NewIncident wish = new NewIncident(title, impact, started, ended, updates);
        return Replies.outcome(admin.incidents().open(wish, mandate), PLACE, AdminIncidents::view);
    }

    private static NewUpdate part(Form form) {
        NewUpdate update = read(form);
        form.endPart();
        return update;
    }

    private static NewUpdate read(Form form) {
        return new NewUpdate(
                form.maybe("status", AdminIncidents::status, STATUSES),
                form.maybeText("body", LONGEST_BODY).orElse(""),
                form.maybeInstant("at"),
                form.pairs("components", ComponentId::new, AdminIncidents::state, STATES),
                form.maybeFlag("notify"));
    }

    private static Response update(Administration admin, Asked asked) {
        var mandate = asked.creating();
        Form form = asked.form();
        NewUpdate wish = read(form);
        if (wish.body().isBlank() && wish.status().isEmpty() && wish.components().isEmpty()) {
            form.fault("body", "nothing is said", "give a body, a status or components");
        }
        form.end();
        return Replies.outcome(
                admin.incidents().say(asked.variable("id"), wish, mandate),
                PLACE,
                AdminIncidents::view);
    }

    private static Response edit(Administration admin, Asked asked) {
        var mandate = asked.changing();
        Form form = asked.form();
        IncidentEdit wish =
                new IncidentEdit(
                        form.maybeLine("title", LONGEST_TITLE),
                        impact(form),
                        form.maybeInstant("started"),
                        form.maybeInstant("ended"),
                        onlyTrue(form, "takenOver"),
                        onlyTrue(form, "acknowledged"));
        form.end();
        return Replies.outcome(
                admin.incidents().edit(asked.variable("id"), wish, mandate),
                PLACE,
                AdminIncidents::view);
    }

    /** What is done once and for ever. */
    private static boolean onlyTrue(Form form, String name) {
        Optional<Boolean> given = form.maybeFlag(name);
        if (given.equals(Optional.of(false))) {
            form.fault(name, "it cannot be taken back", "give true or leave it out");
        }
        return given.orElse(false);
    }

    private static Response reword(Administration admin, Asked asked) {
        var mandate = asked.changing();
        Form form = asked.form();
        String body = form.parsed("body", text -> text, "text", "");
        form.maybeText("body", LONGEST_BODY);
        form.end();
        return Replies.outcome(
                admin.incidents()
                        .reword(asked.variable("id"), asked.variable("update"), body, mandate),
                PLACE,
                AdminIncidents::view);
    }

    private static Response merge(Administration admin, Asked asked) {
        var mandate = asked.changing();
        Form form = asked.form();
        String other = form.line("other", LONGEST_TITLE);
        form.end();
        return Replies.outcome(
                admin.incidents().merge(asked.variable("id"), other, mandate),
                PLACE,
                AdminIncidents::view);
    }

    private static Optional<Impact> impact(Form form) {
        return form.maybe(
                "impact",
                label -> Impact.find(label).orElseThrow(IllegalArgumentException::new),
                "none, minor, major or critical");
    }

    private static final String STATUSES =
            "investigating, identified, monitoring, resolved or postmortem";

    private static IncidentStatus status(String label) {
        return IncidentStatus.find(label).orElseThrow(IllegalArgumentException::new);
    }

    private static final String STATES =
            "ids of components with operational, degraded_performance, partial_outage,"
                    + " major_outage or under_maintenance";

    private static ComponentStatus state(String label) {
        return ComponentStatus.find(label)
                .filter(status -> status != ComponentStatus.UNKNOWN)
                .orElseThrow(IllegalArgumentException::new);
    }
}
