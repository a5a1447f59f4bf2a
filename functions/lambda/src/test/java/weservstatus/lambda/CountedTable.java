package weservstatus.lambda;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import weservstatus.store.Table;

/** Counts the units that DynamoDB would bill: 4 KB a consistent read, 1 KB a write. */
final class CountedTable implements Table {
    private static final int READ = 4_096;
    private static final int WRITE = 1_024;

    private final Table table;
    private long reads;
    private long writes;

    CountedTable(Table table) {
        this.table = table;
    }

    long reads() {
        return reads;
    }

    long writes() {
        return writes;
    }

    @Override
    public Optional<Item> get(Key key) {
        Optional<Item> found = table.get(key);
        reads += found.map(item -> units(size(item), READ)).orElse(1L);
        return found;
    }

    /** The items of a page are added up before they are rounded. */
    @Override
    public Page query(Query query) {
        Page page = table.query(query);
        long size = page.items().stream().mapToLong(CountedTable::size).sum();
        reads += Math.max(1, units(size, READ));
        return page;
    }

    @Override
    public boolean put(Item item, Condition condition) {
        writes += units(size(item), WRITE);
        return table.put(item, condition);
    }

    @Override
    public boolean delete(Key key, Condition condition) {
        writes += 1;
        return table.delete(key, condition);
    }

    /** Every item of a transaction is written twice. */
    @Override
    public boolean transact(List<Write> all) {
        for (Write write : all) {
            writes +=
                    switch (write) {
                        case Write.Put put -> 2 * units(size(put.item()), WRITE);
                        case Write.Delete ignored -> 2;
                    };
        }
        return table.transact(all);
    }

    private static long units(long bytes, int unit) {
        return (bytes + unit - 1) / unit;
    }

    /** Names and values of all attributes, as DynamoDB adds them up. */
    static long size(Item item) {
        long size = 0;
        for (Map.Entry<String, AttributeValue> attribute : DynamoItem.attributes(item).entrySet()) {
            size += attribute.getKey().length() + size(attribute.getValue());
        }
        return size;
    }

    private static long size(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s().getBytes(StandardCharsets.UTF_8).length;
            case B -> value.b().asByteArrayUnsafe().length;
            case N -> (value.n().length() + 1) / 2 + 1;
            default -> throw new AssertionError("no item has such an attribute: " + value.type());
        };
    }
}
