package weservstatus.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.incident.Impact;
import weservstatus.incident.IncidentStatus;
import weservstatus.incident.IncidentTemplate;
import weservstatus.incident.IncidentTemplate.Filling;
import weservstatus.store.Codec;
import weservstatus.store.Stored;
import weservstatus.store.TemplateJson;
import weservstatus.text.Slug;
import weservstatus.usecase.Administration;

/** {@code /api/v1/admin/templates}. */
final class AdminTemplates {
    private static final String PLACE = "/api/v1/admin/templates";
    private static final String ONE = PLACE + "/{id}";
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_BODY = 10_000;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Codec<IncidentTemplate> CODEC = new TemplateJson();

    static final List<Operation<Administration>> ALL =
            List.of(
                    Operation.of("GET", PLACE, Trust.ADMIN, AdminTemplates::list),
                    Operation.of("POST", PLACE, Trust.ADMIN, AdminTemplates::create),
                    Operation.of("GET", ONE, Trust.ADMIN, AdminTemplates::show),
                    Operation.of("PATCH", ONE, Trust.ADMIN, AdminTemplates::change),
                    Operation.of("DELETE", ONE, Trust.ADMIN, AdminTemplates::remove));

    private AdminTemplates() {}

    /** A template with its fields filled in. */
    record Prepared(
            String title, String body, Optional<IncidentStatus> status, Optional<Impact> impact) {}

    /** What a field {@code template} of a form asks for; faults are noted in the form. */
    static Optional<Prepared> prepared(Administration admin, Form form) {
        return form.maybeForm("template").flatMap(part -> chosen(admin, part));
    }

    private static Optional<Prepared> chosen(Administration admin, Form part) {
        String id = part.line("id", LONGEST_TITLE);
        Map<String, String> values =
                part.pairs("fields", name -> name, value -> value, "texts by their field's name");
        part.endPart();
        Optional<Stored<IncidentTemplate>> found = admin.templates().find(id);
        if (found.isEmpty() && !id.isEmpty()) {
            part.fault("id", "there is no template " + Echo.of(id), "create it, or name another");
        }
        return found.map(Stored::value).flatMap(template -> filled(template, values, part));
    }

    private static Optional<Prepared> filled(
            IncidentTemplate template, Map<String, String> values, Form part) {
        return switch (template.fill(values)) {
            case Filling.Filled filled ->
                    Optional.of(
                            new Prepared(
                                    filled.title(),
                                    filled.body(),
                                    template.status(),
                                    template.impact()));
            case Filling.Unfit unfit -> {
                unfit.missing()
                        .forEach(name ->
                                part.fault("fields." + name, "it is missing", "fill it in"));
                unfit.unknown()
                        .forEach(name ->
                                part.fault(
                                        "fields." + Echo.of(name),
                                        "the template has no such field",
                                        "leave it out"));
                yield Optional.empty();
            }
        };
    }

    private static Response list(Administration admin, Asked asked) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode templates = json.putArray("templates");
        admin.templates().all().forEach(stored -> templates.add(view(stored)));
        return Replies.json(200, json, Map.of());
    }

    private static Response show(Administration admin, Asked asked) {
        String id = asked.variable("id");
        return admin.templates()
                .find(id)
                .map(stored -> Replies.one(view(stored), stored.version()))
                .orElseGet(() -> Replies.missing("template", id));
    }

    private static Response create(Administration admin, Asked asked) {
        var mandate = asked.creating();
        Form form = asked.form();
        IncidentTemplate template =
                new IncidentTemplate(
                        form.parsed(
                                "id",
                                Slug::require,
                                "lower-case letters, digits and hyphens",
                                "none"),
                        form.line("title", LONGEST_TITLE),
                        form.maybeText("body", LONGEST_BODY).orElse(""),
                        AdminIncidents.status(form),
                        AdminIncidents.impact(form));
        sound(form, template);
        form.end();
        return Replies.outcome(
                admin.templates().create(template, mandate), PLACE, AdminTemplates::view);
    }

    private static Response change(Administration admin, Asked asked) {
        var mandate = asked.changing();
        Form form = asked.form();
        Optional<String> title = form.maybeLine("title", LONGEST_TITLE);
        Optional<String> body = form.maybeText("body", LONGEST_BODY);
        Optional<IncidentStatus> status = AdminIncidents.status(form);
        Optional<Impact> impact = AdminIncidents.impact(form);
        sound(
                form,
                new IncidentTemplate("none", title.orElse(""), body.orElse(""), status, impact));
        form.end();
        return Replies.outcome(
                admin.templates()
                        .change(
                                asked.variable("id"),
                                old ->
                                        new IncidentTemplate(
                                                old.id(),
                                                title.orElse(old.title()),
                                                body.orElse(old.body()),
                                                status.or(old::status),
                                                impact.or(old::impact)),
                                mandate),
                PLACE,
                AdminTemplates::view);
    }

    private static void sound(Form form, IncidentTemplate template) {
        for (String name : List.of("title", "body")) {
            String text = name.equals("title") ? template.title() : template.body();
            if (IncidentTemplate.hasBrokenField(text)) {
                form.fault(
                        name,
                        "it has {{ without the name of a field",
                        "write fields as in {{region}}");
            }
        }
    }

    private static Response remove(Administration admin, Asked asked) {
        return Replies.outcome(
                admin.templates().remove(asked.variable("id"), asked.changing()),
                PLACE,
                AdminTemplates::view);
    }

    private static ObjectNode view(Stored<IncidentTemplate> stored) {
        return view((ObjectNode) JSON.readTree(CODEC.encode(stored.value())))
                .put("version", stored.version());
    }

    private static ObjectNode view(ObjectNode document) {
        IncidentTemplate template = CODEC.decode(document.toString());
        document.remove("v");
        ArrayNode fields = document.putArray("fields");
        template.fields().forEach(fields::add);
        return document;
    }
}
