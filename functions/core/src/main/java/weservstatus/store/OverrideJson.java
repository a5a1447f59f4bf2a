package weservstatus.store;

import java.util.Arrays;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.check.ComponentId;
import weservstatus.verdict.ComponentOverride;
import weservstatus.verdict.ComponentOverride.Speaker;
import weservstatus.verdict.ComponentStatus;

/** What is said of a component, as JSON. */
public final class OverrideJson implements Codec<ComponentOverride> {
    @Override
    public String encode(ComponentOverride said) {
        ObjectNode json = Fields.JSON.createObjectNode();
        json.put("id", said.id());
        json.put("component", said.component().value());
        json.put("status", said.status().label());
        json.put("begun", said.begun().toString());
        json.put("until", said.until().toString());
        json.put("reason", said.reason());
        json.put("by", said.by().label());
        json.put("who", said.who());
        return Fields.JSON.writeValueAsString(json);
    }

    @Override
    public ComponentOverride decode(String document) {
        Fields json = Fields.parse("override", document);
        ComponentOverride said =
                new ComponentOverride(
                        json.text("id"),
                        new ComponentId(json.text("component")),
                        json.parsed("status", OverrideJson::status),
                        json.instant("begun"),
                        json.instant("until"),
                        json.text("reason"),
                        json.parsed("by", OverrideJson::speaker),
                        json.text("who"));
        json.end();
        return said;
    }

    private static ComponentStatus status(String label) {
        return ComponentStatus.find(label).orElseThrow(IllegalArgumentException::new);
    }

    private static Speaker speaker(String label) {
        return Arrays.stream(Speaker.values())
                .filter(speaker -> speaker.label().equals(label))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }
}
