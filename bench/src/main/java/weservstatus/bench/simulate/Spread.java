package weservstatus.bench.simulate;

import java.util.Arrays;
import java.util.Locale;

/** Mean, 95th percentile and maximum of many numbers. */
record Spread(int count, double mean, double p95, double max) {

    private static final double P95 = 0.95;

    static Spread of(double[] values) {
        if (values.length == 0) {
            return new Spread(0, Double.NaN, Double.NaN, Double.NaN);
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(P95 * sorted.length) - 1;
        double mean = Arrays.stream(sorted).average().orElseThrow();
        return new Spread(sorted.length, mean, sorted[rank], sorted[sorted.length - 1]);
    }

    /** With so many decimals, such as {@code 13.2, 30.1, 59.0}. */
    String text(int decimals) {
        String one = "%." + decimals + "f";
        return count == 0
                ? "none"
                : String.format(Locale.ROOT, one + ", " + one + ", " + one, mean, p95, max);
    }
}
