package weservstatus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static weservstatus.store.TableUnderTest.item;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import weservstatus.store.Table.Condition;
import weservstatus.store.Table.Item;
import weservstatus.store.Table.Query;
import weservstatus.store.Table.Write;

/** Many writers at once on one table. */
public interface TableConcurrencyContract extends TableUnderTest {
    int WRITERS = 8;

    /** A task that knows which of the writers it is. */
    @FunctionalInterface
    interface Writer<T> {
        T write(int number) throws Exception;
    }

    /** Runs all writers at the same time and returns their answers. */
    private static <T> List<T> together(Writer<T> writer)
            throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(WRITERS);
        List<Callable<T>> tasks = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int number = i;
            tasks.add(() -> {
                start.await();
                return writer.write(number);
            });
        }
        List<T> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> answer : threads.invokeAll(tasks)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    @Test
    default void exactlyOneOfManyWritersFindsTheKeyAbsent() throws Exception {
        Table table = table();
        String partition = partition();
        for (int turn = 0; turn < 10; turn++) {
            Table.Key key = new Table.Key(partition, "turn-" + turn);

            List<Boolean> won =
                    together(number -> table.put(item(key, "{}", number + 1L), Condition.ABSENT));

            assertThat(won).containsOnlyOnce(true);
            assertThat(table.get(key).orElseThrow().version()).isEqualTo(won.indexOf(true) + 1L);
        }
    }

    @Test
    default void aCounterKeptByVersionLosesNothing() throws Exception {
        Table table = table();
        Table.Key key = new Table.Key(partition(), "counter");
        table.put(item(key, "{}", 0), Condition.ALWAYS);

        together(number -> {
            for (int i = 0; i < 10; i++) {
                increment(table, key);
            }
            return number;
        });

        assertThat(table.get(key).orElseThrow().version()).isEqualTo(WRITERS * 10L);
    }

    private static void increment(Table table, Table.Key key) {
        boolean done = false;
        while (!done) {
            long seen = table.get(key).orElseThrow().version();
            done = table.put(item(key, "{}", seen + 1), Condition.versionIs(seen));
        }
    }

    @Test
    default void transactionsKeepTwoItemsInStep() throws Exception {
        Table table = table();
        String partition = partition();
        Table.Key left = new Table.Key(partition, "left");
        Table.Key right = new Table.Key(partition, "right");
        table.put(item(left, "{}", 0), Condition.ALWAYS);
        table.put(item(right, "{}", 0), Condition.ALWAYS);

        together(number -> {
            for (int i = 0; i < 3; i++) {
                incrementBoth(table, left, right);
            }
            return number;
        });

        assertThat(table.get(left).orElseThrow().version()).isEqualTo(WRITERS * 3L);
        assertThat(table.get(right).orElseThrow().version()).isEqualTo(WRITERS * 3L);
    }

    private static void incrementBoth(Table table, Table.Key left, Table.Key right) {
        boolean done = false;
        while (!done) {
            long seen = table.get(left).orElseThrow().version();
            done =
                    table.transact(
                            List.of(
                                    new Write.Put(
                                            item(left, "{}", seen + 1), Condition.versionIs(seen)),
                                    new Write.Put(
                                            item(right, "{}", seen + 1),
                                            Condition.versionIs(seen))));
        }
    }

    @Test
    default void aReaderNeverSeesHalfOfAnItem() throws Exception {
        Table table = table();
        Table.Key key = new Table.Key(partition(), "whole");
        table.put(ofOneLetter(key, 0), Condition.ALWAYS);

        List<Boolean> whole =
                together(number -> {
                    boolean all = true;
                    for (int i = 0; i < 10; i++) {
                        if (number % 2 == 0) {
                            table.put(ofOneLetter(key, number + i), Condition.ALWAYS);
                        }
                        all &= isWhole(table.get(key).orElseThrow());
                    }
                    return all;
                });

        assertThat(whole).containsOnly(true);
    }

    private static Item ofOneLetter(Table.Key key, int number) {
        return item(key, String.valueOf((char) ('a' + number)).repeat(20_000), 'a' + number);
    }

    private static boolean isWhole(Item item) {
        String letter = String.valueOf((char) item.version());
        return item.document().equals(letter.repeat(20_000));
    }

    @Test
    default void everyWriterFindsItsOwnWriteAtOnce() throws Exception {
        Table table = table();
        String partition = partition();

        List<Boolean> found =
                together(number -> {
                    boolean all = true;
                    for (int i = 0; i < 10; i++) {
                        Table.Key key = new Table.Key(partition, number + "-" + i);
                        table.put(item(key, "{}"), Condition.ABSENT);
                        all &= table.get(key).isPresent();
                    }
                    return all;
                });

        assertThat(found).containsOnly(true);
        assertThat(table.list(Query.of(partition).limit(9))).hasSize(WRITERS * 10);
    }
}
