package weservstatus.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.check.ComponentId;
import weservstatus.notify.ChannelMemory;
import weservstatus.notify.MessageId;

/** What a channel was told, as JSON. */
final class ChannelMemoryJson implements Codec<ChannelMemory> {

    @Override
    public String encode(ChannelMemory memory) {
        ObjectNode json = Fields.JSON.createObjectNode();
        ArrayNode handled = json.putArray("handled");
        memory.handled().forEach(id -> handled.add(id.value()));
        json.put("hour", memory.hour().toString());
        json.put("sent", memory.sent());
        json.put("announced", memory.announced());
        ObjectNode opened = json.putObject("opened");
        memory.opened().forEach((id, at) -> opened.put(id.value(), at.toString()));
        ArrayNode muted = json.putArray("muted");
        memory.muted().forEach(muted::add);
        return Fields.JSON.writeValueAsString(json);
    }

    @Override
    public ChannelMemory decode(String document) {
        Fields json = Fields.parse("channelMemory", document);
        ChannelMemory memory =
                new ChannelMemory(
                        json.texts("handled").stream()
                                .map(MessageId::new)
                                .collect(Collectors.toSet()),
                        json.instant("hour"),
                        json.integer("sent"),
                        json.flag("announced"),
                        opened(json.object("opened")),
                        json.texts("muted").stream().collect(Collectors.toSet()));
        json.end();
        return memory;
    }

    private static Map<ComponentId, Instant> opened(Fields json) {
        Map<ComponentId, Instant> opened = new HashMap<>();
        json.names().forEach(name -> opened.put(new ComponentId(name), json.instant(name)));
        return opened;
    }
}
