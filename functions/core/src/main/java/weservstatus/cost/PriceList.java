package weservstatus.cost;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prices as AWS publishes them, from {@code prices.json} beside this class.
 *
 * @param date when they were read
 * @param region they hold for
 */
public record PriceList(LocalDate date, String region, Map<Item, Price> prices) {
    /**
     * The price of one item.
     *
     * @param unit what is counted, such as {@code million requests}
     * @param dollars for one unit
     * @param free units of each month that cost nothing
     */
    public record Price(String unit, double dollars, double free) {}

    public PriceList {
        prices = Map.copyOf(prices);
    }

    /** The list that comes with the program; it names every item. */
    public static PriceList bundled() {
        try (InputStream stream = PriceList.class.getResourceAsStream("prices.json")) {
            JsonNode json =
                    JsonMapper.shared().readTree(Objects.requireNonNull(stream, "prices.json"));
            Map<Item, Price> prices = new EnumMap<>(Item.class);
            for (JsonNode line : json.path("prices")) {
                prices.put(
                        Item.valueOf(line.path("item").asString()),
                        new Price(
                                line.path("unit").asString(),
                                line.path("price").asDouble(),
                                line.path("free").asDouble()));
            }
            return new PriceList(
                    LocalDate.parse(json.path("date").asString()),
                    json.path("region").asString(),
                    prices);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Price of(Item item) {
        return Objects.requireNonNull(prices.get(item), item::name);
    }
}
