package weservstatus.local;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import weservstatus.store.Table;
import weservstatus.store.Table.Condition;
import weservstatus.store.Table.Item;

/**
 * A process that writes until it is killed. It prints each number once the table has acknowledged
 * it: single puts into partition {@code row}, transactions over {@code left} and {@code right}.
 */
final class SqliteWriter {
    private SqliteWriter() {}

    public static void main(String[] arguments) {
        Table table = SqliteTable.open(Path.of(arguments[0]), InstantSource.system());
        for (int number = 0; true; number++) {
            write(table, "%08d".formatted(number));
            System.out.println(number);
            System.out.flush();
        }
    }

    static String document(String sort) {
        return "{\"" + sort.repeat(300) + "\":1}";
    }

    private static void write(Table table, String sort) {
        boolean done =
                table.put(item("row", sort), Condition.ABSENT)
                        && table.transact(List.of(put("left", sort), put("right", sort)));
        if (!done) {
            throw new IllegalStateException(sort + " was there already");
        }
    }

    private static Table.Write put(String partition, String sort) {
        return new Table.Write.Put(item(partition, sort), Condition.ABSENT);
    }

    private static Item item(String partition, String sort) {
        return Item.of(new Table.Key(partition, sort), document(sort));
    }
}
