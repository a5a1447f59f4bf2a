package weservstatus.store;

import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.check.ComponentId;
import weservstatus.notify.Silence;

/** A silence as JSON. */
public final class SilenceJson implements Codec<Silence> {
    @Override
    public String encode(Silence silence) {
        ObjectNode json = Fields.JSON.createObjectNode();
        json.put("id", silence.id());
        ArrayNode components = json.putArray("components");
        silence.components().stream().sorted().forEach(id -> components.add(id.value()));
        json.put("until", silence.until().toString());
        json.put("reason", silence.reason());
        json.put("by", silence.by());
        return Fields.JSON.writeValueAsString(json);
    }

    @Override
    public Silence decode(String document) {
        Fields json = Fields.parse("silence", document);
        Silence silence =
                new Silence(
                        json.text("id"),
                        json.texts("components").stream()
                                .map(ComponentId::new)
                                .collect(Collectors.toSet()),
                        json.instant("until"),
                        json.text("reason"),
                        json.text("by"));
        json.end();
        return silence;
    }
}
