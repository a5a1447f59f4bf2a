package weservstatus.store;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.incident.Impact;
import weservstatus.incident.IncidentStatus;
import weservstatus.incident.IncidentTemplate;

/** A template as JSON, also in exports. */
public final class TemplateJson implements Codec<IncidentTemplate> {
    private static final int VERSION = 1;

    @Override
    public String encode(IncidentTemplate template) {
        ObjectNode json = Fields.JSON.createObjectNode();
        json.put("v", VERSION);
        json.put("id", template.id());
        json.put("title", template.title());
        json.put("body", template.body());
        template.status().ifPresent(status -> json.put("status", status.label()));
        template.impact().ifPresent(impact -> json.put("impact", impact.label()));
        return Fields.JSON.writeValueAsString(json);
    }

    @Override
    public IncidentTemplate decode(String document) {
        Fields json = Fields.parse("template", document);
        if (json.whole("v") != VERSION) {
            throw new UnreadableDocument("template.v", "written by another version of the program");
        }
        IncidentTemplate template =
                new IncidentTemplate(
                        json.text("id"),
                        json.text("title"),
                        json.text("body"),
                        json.has("status")
                                ? Optional.of(json.parsed("status", TemplateJson::status))
                                : Optional.empty(),
                        json.has("impact")
                                ? Optional.of(json.parsed("impact", TemplateJson::impact))
                                : Optional.empty());
        json.end();
        return template;
    }

    private static IncidentStatus status(String label) {
        return IncidentStatus.find(label).orElseThrow(() -> new IllegalArgumentException(label));
    }

    private static Impact impact(String label) {
        return Impact.find(label).orElseThrow(() -> new IllegalArgumentException(label));
    }
}
