package weservstatus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static weservstatus.store.TableUnderTest.sorts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weservstatus.store.Table.Condition;
import weservstatus.store.Table.Item;
import weservstatus.store.Table.Query;
import weservstatus.store.Table.Write;

/** Odd keys, large documents, and the order of keys. */
public interface TableValuesContract extends TableUnderTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 1_023, 1_024, 1_025, 4_096, 65_536, 350 * 1024})
    default void keepsADocumentOfAnySizeAllowed(int size) {
        Table table = table();
        Table.Key key = new Table.Key(partition(), "large");
        Item item = Item.of(key, randomText(size));

        table.put(item, Condition.ALWAYS);

        assertThat(table.get(key)).contains(item);
    }

    @Test
    default void keepsTheLargestDocumentInAnyScript() {
        Table table = table();
        String partition = partition();
        List<Item> items = new ArrayList<>();
        for (String letter : List.of("é", "漢", "🜁")) {
            int bytes = letter.getBytes(StandardCharsets.UTF_8).length;
            items.add(
                    Item.of(
                            new Table.Key(partition, letter),
                            letter.repeat(Table.MAX_DOCUMENT_BYTES / bytes)));
        }

        items.forEach(item -> assertThat(table.put(item, Condition.ABSENT)).isTrue());

        assertThat(table.list(Query.of(partition))).containsExactlyInAnyOrderElementsOf(items);
    }

    @Test
    default void refusesALargerDocumentAndSaysHowLargeItIs() {
        Table.Key key = new Table.Key(partition(), "large");
        String tooLarge = "x".repeat(350 * 1024 + 1);

        assertThatThrownBy(() -> table().put(Item.of(key, tooLarge), Condition.ALWAYS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("has 358401 bytes, more than the 358400 allowed")
                .hasMessageContaining("large");
    }

    @Test
    default void aTransactionOfLargeDocumentsIsKeptWhole() {
        Table table = table();
        String partition = partition();
        List<Write> writes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Item item = Item.of(new Table.Key(partition, "large-" + i), randomText(350 * 1024));
            writes.add(new Write.Put(item, Condition.ABSENT));
        }

        assertThat(table.transact(writes)).isTrue();

        assertThat(table.list(Query.of(partition)))
                .isEqualTo(writes.stream().map(write -> ((Write.Put) write).item()).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "#",
                "a b",
                "'; DROP TABLE item; --",
                "%",
                "_",
                "\\",
                "\"",
                "\u0000",
                "a\u0000b",
                "\n",
                "é",
                "e\u0301",
                "漢字",
                "🜁",
                "\uFFFD",
                "\uFEFF",
                "ＡＢＣ"
            })
    default void anyTextIsAKey(String text) {
        Table table = table();
        Table.Key key = new Table.Key(partition() + text, text);
        Item item = Item.of(key, "{\"odd\":\"" + "é漢🜁" + "\"}");

        assertThat(table.put(item, Condition.ABSENT)).isTrue();

        assertThat(table.get(key)).contains(item);
        assertThat(table.list(Query.of(key.partition()).between(text, text))).containsExactly(item);
        assertThat(table.get(new Table.Key(key.partition(), text + "x"))).isEmpty();
        assertThat(table.delete(key, Condition.versionIs(0))).isTrue();
        assertThat(table.get(key)).isEmpty();
    }

    @Test
    default void keysThatOnlyLookAlikeAreDifferent() {
        Table table = table();
        String partition = partition();
        List<String> lookAlikes = List.of("A", "a", "é", "e\u0301", "a ", "\u0430", "a\u0000");

        for (String sort : lookAlikes) {
            assertThat(table.put(Item.of(new Table.Key(partition, sort), "{}"), Condition.ABSENT))
                    .as(sort)
                    .isTrue();
        }

        assertThat(table.list(Query.of(partition))).hasSize(lookAlikes.size());
    }

    /** U+FFFD comes after U+1F701 as UTF-16, before it as UTF-8. */
    @Test
    default void ordersByBytesOfUtf8() {
        Table table = table();
        String partition = partition();
        List<String> ordered =
                List.of(
                        "\u0000",
                        "\n",
                        "#",
                        "0",
                        "10",
                        "2",
                        "A",
                        "Z",
                        "_",
                        "a",
                        "a\u0000",
                        "aa",
                        "b",
                        "é",
                        "ÿ",
                        "漢",
                        "\uE000",
                        "\uFFFD",
                        "\uD83D\uDF01",
                        "\uDBFF\uDFFD");
        List<String> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(1));
        shuffled.forEach(
                sort -> table.put(Item.of(new Table.Key(partition, sort), "{}"), Condition.ALWAYS));

        Query query = Query.of(partition).limit(3);
        assertThat(sorts(table.list(query))).isEqualTo(ordered);
        assertThat(sorts(table.list(query.descending()))).isEqualTo(ordered.reversed());
        assertThat(sorts(table.list(query.between("漢", "\uD83D\uDF01"))))
                .containsExactly("漢", "\uE000", "\uFFFD", "\uD83D\uDF01");
    }

    @Test
    default void keepsTheLongestKeys() {
        Table table = table();
        String partition = partition();
        Table.Key key =
                new Table.Key(partition + "p".repeat(2_048 - partition.length()), "é".repeat(512));

        table.put(Item.of(key, "{}"), Condition.ABSENT);

        assertThat(table.get(key)).isPresent();
        assertThat(table.list(Query.of(key.partition()))).hasSize(1);
    }

    @Test
    default void refusesKeysThatNoStoreCanKeep() {
        assertThatThrownBy(() -> new Table.Key("", "a")).hasMessage("partition is empty");
        assertThatThrownBy(() -> new Table.Key("a", "")).hasMessage("sort key is empty");
        assertThatThrownBy(() -> new Table.Key("p".repeat(2_049), "a"))
                .hasMessage("partition has 2049 bytes, more than the 2048 allowed");
        assertThatThrownBy(() -> new Table.Key("a", "é".repeat(513)))
                .hasMessage("sort key has 1026 bytes, more than the 1024 allowed");
        assertThatThrownBy(() -> new Table.Key("a", "\uD83D"))
                .hasMessage("sort key is not Unicode text");
        assertThatThrownBy(() -> Query.of("a").limit(0))
                .hasMessage("a page holds at least 1 item, not 0");
        assertThatThrownBy(() -> new Item(new Table.Key("a", "b"), "", 0, Optional.empty()))
                .hasMessageEndingWith("is empty");
    }

    /** Letters that no compression shrinks much below three quarters. */
    private static String randomText(int size) {
        Random random = new Random(size);
        StringBuilder text = new StringBuilder(size);
        for (int i = 0; i < size; i++) {
            text.append((char) ('0' + random.nextInt(64)));
        }
        return text.toString();
    }
}
