package weservstatus.store;

import java.util.Optional;

/**
 * The one versioned state of the review. Two reviews at once cannot both write: whoever read an
 * older version is told so, and starts again from what is there.
 */
public final class ReviewStore<S> {
    private static final Table.Key KEY = new Table.Key("review", "state");

    /** The version to expect before the first write. */
    public static final long NONE = 0;

    /**
     * The state as it was read.
     *
     * @param version hand it back to {@link ReviewStore#put}
     */
    public record Versioned<S>(S state, long version) {}

    private final Table table;
    private final Codec<S> codec;

    public ReviewStore(Table table, Codec<S> codec) {
        this.table = table;
        this.codec = codec;
    }

    public Optional<Versioned<S>> find() {
        return table.get(KEY)
                .map(item -> new Versioned<>(codec.decode(item.document()), item.version()));
    }

    /**
     * Whether the state was written, as version {@code expectedVersion + 1}.
     *
     * @param expectedVersion of the state this one was made from; {@link #NONE} for the first
     */
    public boolean put(S state, long expectedVersion) {
        Table.Condition condition =
                expectedVersion == NONE
                        ? Table.Condition.ABSENT
                        : Table.Condition.versionIs(expectedVersion);
        Table.Item item =
                new Table.Item(KEY, codec.encode(state), expectedVersion + 1, Optional.empty());
        return table.put(item, condition);
    }
}
