package weservstatus.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.api.AdminTemplates.Prepared;
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

    private static final NewUpdate NOTHING_YET =
            new NewUpdate(Optional.empty(), "", Optional.empty(), Map.of(), Optional.empty());

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
        Incident incident = CODEC.decode(document.toString());
        document.remove("v");
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
        Optional<Prepared> prepared = AdminTemplates.prepared(admin, form);
        Optional<String> title = form.maybeLine("title", LONGEST_TITLE);
        if (title.isEmpty() && !form.has("template") && !form.has("title")) {
            form.fault("title", "it is missing", "give text on one line, or a template");
        }
        NewIncident wish =
                new NewIncident(
                        title.or(() -> prepared.map(Prepared::title)).orElse(""),
                        impact(form).or(() -> prepared.flatMap(Prepared::impact)),
                        form.maybeInstant("started"),
                        form.maybeInstant("ended"),
                        updates(form, prepared));
        form.end();
        return Replies.outcome(admin.incidents().open(wish, mandate), PLACE, AdminIncidents::view);
    }

    private static List<NewUpdate> updates(Form form, Optional<Prepared> prepared) {
        List<NewUpdate> updates =
                new ArrayList<>(
                        form.maybeForms("updates", MOST_UPDATES).orElse(List.of()).stream()
                                .map(AdminIncidents::part)
                                .toList());
        if (updates.isEmpty() && prepared.isPresent()) {
            updates.add(NOTHING_YET);
        }
        if (updates.isEmpty()) {
            if (!form.has("template")) {
                form.fault("updates", "nothing is said", "give at least one update, or a template");
            }
            return updates;
        }
        prepared.ifPresent(words -> updates.set(0, with(words, updates.getFirst())));
        return updates;
    }

    /** The template's words and status where nothing else is given. */
    private static NewUpdate with(Prepared words, NewUpdate update) {
        return new NewUpdate(
                update.status().or(words::status),
                update.body().isBlank() ? words.body() : update.body(),
                update.at(),
                update.components(),
                update.told());
    }

    private static NewUpdate part(Form form) {
        NewUpdate update = read(form);
        form.endPart();
        return update;
    }

    private static NewUpdate read(Form form) {
        return new NewUpdate(
                status(form),
                form.maybeText("body", LONGEST_BODY).orElse(""),
                form.maybeInstant("at"),
                form.pairs("components", ComponentId::new, AdminIncidents::state, STATES),
                form.maybeFlag("notify"));
    }

    private static Response update(Administration admin, Asked asked) {
        var mandate = asked.creating();
        Form form = asked.form();
        Optional<Prepared> prepared = AdminTemplates.prepared(admin, form);
        NewUpdate plain = read(form);
        NewUpdate wish = prepared.map(words -> with(words, plain)).orElse(plain);
        boolean silent = wish.body().isBlank() && wish.status().isEmpty();
        if (silent && wish.components().isEmpty() && !form.has("template")) {
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
                        form.onlyTrue("takenOver"),
                        form.onlyTrue("acknowledged"));
        form.end();
        return Replies.outcome(
                admin.incidents().edit(asked.variable("id"), wish, mandate),
                PLACE,
                AdminIncidents::view);
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

    static Optional<Impact> impact(Form form) {
        return form.maybe(
                "impact",
                label -> Impact.find(label).orElseThrow(IllegalArgumentException::new),
                "none, minor, major or critical");
    }

    static Optional<IncidentStatus> status(Form form) {
        return form.maybe(
                "status",
                label -> IncidentStatus.find(label).orElseThrow(IllegalArgumentException::new),
                "investigating, identified, monitoring, resolved or postmortem");
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
