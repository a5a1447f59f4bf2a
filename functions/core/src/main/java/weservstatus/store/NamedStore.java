package weservstatus.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import weservstatus.store.Table.Write;

/**
 * Things of one kind, each under a name that people know.
 *
 * @param <T> what is kept
 */
public final class NamedStore<T> {
    private static final long NONE = 0;

    private final Table table;
    private final String partition;
    private final Codec<T> codec;
    private final Function<T, Optional<Instant>> expires;

    /**
     * A store in one partition of the table.
     *
     * @param expires from when on a thing is forgotten, absent for never
     */
    public NamedStore(
            Table table, String partition, Codec<T> codec, Function<T, Optional<Instant>> expires) {
        this.table = table;
        this.partition = partition;
        this.codec = codec;
        this.expires = expires;
    }

    public Optional<Stored<T>> find(String name) {
        return name.isEmpty() ? Optional.empty() : table.get(key(name)).map(this::stored);
    }

    /** All of them by name. */
    public List<Stored<T>> all() {
        return table.list(Table.Query.of(partition)).stream().map(this::stored).toList();
    }

    /** What writes the thing as the next version of what it was made from, absent for a new one. */
    public Write writing(String name, Optional<Stored<T>> before, T after) {
        long version = before.map(Stored::version).orElse(NONE) + 1;
        Table.Item item =
                new Table.Item(key(name), codec.encode(after), version, expires.apply(after));
        return new Write.Put(item, condition(before));
    }

    /** What takes it away, if it is still of that version. */
    public Write removing(String name, Stored<T> before) {
        return new Write.Delete(key(name), condition(Optional.of(before)));
    }

    /**
     * Writes what a thing is from now on, or that it is gone, and more with it, all or nothing.
     *
     * @param name of a thing
     * @return false when somebody else was quicker
     */
    public boolean write(
            Function<T, String> name,
            Optional<Stored<T>> before,
            Optional<T> after,
            List<Write> also) {
        List<Write> all = new ArrayList<>(also);
        after.ifPresentOrElse(
                thing -> all.add(writing(name.apply(thing), before, thing)),
                () -> before.ifPresent(old -> all.add(removing(name.apply(old.value()), old))));
        return table.transact(all);
    }

    private Table.Condition condition(Optional<Stored<T>> before) {
        return before.map(Stored::version)
                .map(Table.Condition::versionIs)
                .orElse(Table.Condition.ABSENT);
    }

    private Stored<T> stored(Table.Item item) {
        return new Stored<>(codec.decode(item.document()), item.version());
    }

    private Table.Key key(String name) {
        return new Table.Key(partition, name);
    }
}
