package weservstatus.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A month's bill.
 *
 * @param lines one for each item, in the order of {@link Item}
 */
public record Bill(List<Line> lines) {
    /**
     * One item.
     *
     * @param quantity in the price's unit
     */
    public record Line(Item item, PriceList.Price price, double quantity) {
        /** Dollars without anything that is free. */
        public double atList() {
            return quantity * price.dollars();
        }

        /** Dollars where nobody else uses up what is free. */
        public double withFree() {
            return Math.max(0, quantity - price.free()) * price.dollars();
        }
    }

    public Bill {
        lines = List.copyOf(lines);
    }

    public static Bill of(Setup setup, PriceList prices) {
        Map<Item, Double> usage = Usage.of(setup);
        List<Line> lines = new ArrayList<>();
        for (Item item : Item.values()) {
            lines.add(new Line(item, prices.of(item), usage.getOrDefault(item, 0.0)));
        }
        return new Bill(lines);
    }

    public double atList() {
        return lines.stream().mapToDouble(Line::atList).sum();
    }

    public double withFree() {
        return lines.stream().mapToDouble(Line::withFree).sum();
    }
}
