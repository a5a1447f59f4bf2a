package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import weservstatus.store.RoundJson;
import weservstatus.store.Rounds;
import weservstatus.store.Table;
import weservstatus.store.Table.Item;

class DynamoItemTest {
    private static final Table.Key KEY =
            new Table.Key("round#frankfurt", "2026-11-23T12:00:00.000Z#000");

    @ParameterizedTest
    @ValueSource(ints = {1, 1_024, 1_025, 20_000})
    void readsWhatItWrote(int length) {
        Item item =
                new Item(
                        KEY,
                        "x".repeat(length),
                        9,
                        Optional.of(Instant.parse("2026-12-01T12:00:00Z")));

        assertThat(DynamoItem.item(DynamoItem.attributes(item))).isEqualTo(item);
    }

    /** A write unit is 1 KB of names and values together. */
    @Test
    void aRoundOfTwentyChecksIsOneWriteUnit() {
        String document = new RoundJson().encode(Rounds.ordinary(Instant.EPOCH));

        Map<String, AttributeValue> attributes = DynamoItem.attributes(Item.of(KEY, document));

        int others = 150;
        assertThat(attributes)
                .hasEntrySatisfying(
                        "gz",
                        gz -> assertThat(gz.b().asByteArray()).hasSizeLessThan(1_024 - others));
    }

    @Test
    void saysWhichAttributeIsMissing() {
        assertThatThrownBy(() -> DynamoItem.item(Map.of("pk", AttributeValue.fromS("p"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("an item has no attribute sk");
    }
}
