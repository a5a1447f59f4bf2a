package weservstatus.document;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.function.BiConsumer;

/** OpenMetrics 1.0 as text: families one after the other, all of them gauges. */
final class MetricLines {
    private final StringBuilder out = new StringBuilder();

    /** Ends the exposition. */
    byte[] bytes() {
        return (out + "# EOF\n").getBytes(StandardCharsets.UTF_8);
    }

    /** One family with the samples of all items, nothing when there are none. */
    <T> void gauges(Family family, Collection<T> items, BiConsumer<Samples, T> writer) {
        StringBuilder samples = new StringBuilder();
        items.forEach(item -> writer.accept(new Samples(family, samples), item));
        if (!samples.isEmpty()) {
            head(family);
            out.append(samples);
        }
    }

    private void head(Family family) {
        out.append("# TYPE ").append(family.name()).append(" gauge\n");
        if (!family.unit().isEmpty()) {
            out.append("# UNIT ").append(family.name()).append(' ').append(family.unit());
            out.append('\n');
        }
        out.append("# HELP ").append(family.name()).append(' ').append(family.help());
        out.append('\n');
    }

    /**
     * What a number means.
     *
     * @param unit last part of the name, empty when it has none
     */
    record Family(String name, String unit, String help) {}

    /** Writes the samples of one family. */
    record Samples(Family family, StringBuilder out) {
        /** Without labels. */
        void add(BigDecimal value) {
            line("", value);
        }

        /**
         * With labels.
         *
         * @param labels written as in the exposition, of ids and words that need no escaping
         */
        void add(String labels, BigDecimal value) {
            line("{" + labels + "}", value);
        }

        void add(String labels, long value) {
            add(labels, BigDecimal.valueOf(value));
        }

        private void line(String labels, BigDecimal value) {
            out.append(family.name()).append(labels).append(' ');
            out.append(value.toPlainString()).append('\n');
        }
    }

    /** As in {@code component="formats"}. */
    static String label(String name, String value) {
        return name + "=\"" + value + "\"";
    }
}
