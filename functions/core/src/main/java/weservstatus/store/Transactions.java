package weservstatus.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import weservstatus.store.Table.Write;

/** The bounds of a transaction, the same for every adapter. */
public final class Transactions {
    private Transactions() {}

    /** Refuses a transaction that {@link Table#transact} must not carry out. */
    public static void require(List<Write> writes) {
        if (writes.isEmpty() || writes.size() > Table.MAX_WRITES) {
            throw new IllegalArgumentException(
                    "a transaction has 1 to " + Table.MAX_WRITES + " writes, not " + writes.size());
        }
        requireDifferentKeys(writes);
        long bytes = writes.stream().mapToLong(Transactions::documentBytes).sum();
        if (bytes > Table.MAX_TRANSACTION_BYTES) {
            throw new IllegalArgumentException(
                    "a transaction has at most "
                            + Table.MAX_TRANSACTION_BYTES
                            + " bytes, not "
                            + bytes);
        }
    }

    private static void requireDifferentKeys(List<Write> writes) {
        Set<Table.Key> keys = new HashSet<>();
        for (Write write : writes) {
            if (!keys.add(write.key())) {
                throw new IllegalArgumentException("twice in one transaction: " + write.key());
            }
        }
    }

    private static long documentBytes(Write write) {
        return switch (write) {
            case Write.Put put -> Utf8.length(put.item().document());
            case Write.Delete ignored -> 0;
        };
    }
}
