package weservstatus.store;

import java.util.List;
import java.util.Optional;
import weservstatus.notify.Silence;
import weservstatus.store.Table.Write;

/** Silences that last; one that is over is forgotten. */
public final class SilenceStore {
    private static final String PARTITION = "silence";

    private static final Codec<Silence> CODEC = new SilenceJson();

    private final Table table;

    public SilenceStore(Table table) {
        this.table = table;
    }

    public List<Silence> all() {
        return table.list(Table.Query.of(PARTITION)).stream()
                .map(item -> CODEC.decode(item.document()))
                .toList();
    }

    public Optional<Silence> find(String id) {
        return table.get(key(id)).map(item -> CODEC.decode(item.document()));
    }

    /** What writes the silence, in place of one of the same id. */
    public Write writing(Silence silence) {
        Table.Item item =
                new Table.Item(
                        key(silence.id()), CODEC.encode(silence), 0, Optional.of(silence.until()));
        return new Write.Put(item, Table.Condition.ALWAYS);
    }

    /** What ends the silence now. */
    public Write removing(String id) {
        return new Write.Delete(key(id), Table.Condition.ALWAYS);
    }

    private static Table.Key key(String id) {
        return new Table.Key(PARTITION, id);
    }
}
