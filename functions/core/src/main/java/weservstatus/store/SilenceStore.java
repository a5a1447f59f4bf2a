package weservstatus.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.check.ComponentId;
import weservstatus.notify.Silence;
import weservstatus.store.Table.Write;

/** Silences that last; one that is over is forgotten. */
public final class SilenceStore {
    private static final String PARTITION = "silence";

    private final Table table;

    public SilenceStore(Table table) {
        this.table = table;
    }

    public List<Silence> all() {
        return table.list(Table.Query.of(PARTITION)).stream()
                .map(item -> decode(item.document()))
                .toList();
    }

    public Optional<Silence> find(String id) {
        return table.get(key(id)).map(item -> decode(item.document()));
    }

    /** What writes the silence, in place of one of the same id. */
    public Write writing(Silence silence) {
        Table.Item item =
                new Table.Item(key(silence.id()), encode(silence), 0, Optional.of(silence.until()));
        return new Write.Put(item, Table.Condition.ALWAYS);
    }

    /** What ends the silence now. */
    public Write removing(String id) {
        return new Write.Delete(key(id), Table.Condition.ALWAYS);
    }

    private static String encode(Silence silence) {
        ObjectNode json = Fields.JSON.createObjectNode();
        json.put("id", silence.id());
        ArrayNode components = json.putArray("components");
        silence.components().stream().sorted().forEach(id -> components.add(id.value()));
        json.put("until", silence.until().toString());
        json.put("reason", silence.reason());
        json.put("by", silence.by());
        return Fields.JSON.writeValueAsString(json);
    }

    private static Silence decode(String document) {
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

    private static Table.Key key(String id) {
        return new Table.Key(PARTITION, id);
    }
}
