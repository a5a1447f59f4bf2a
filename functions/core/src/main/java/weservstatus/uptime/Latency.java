package weservstatus.uptime;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import org.HdrHistogram.Histogram;

/**
 * A mergeable summary of latencies: an HdrHistogram of two significant digits, compressed. A value
 * read from it is off by at most 1 %.
 *
 * @param encoded Base64 of HdrHistogram's compressed form in units of 10 µs; empty without samples
 */
public record Latency(String encoded) {

    public static final Latency NONE = new Latency("");

    private static final int DIGITS = 2;
    private static final long MICROS_PER_UNIT = 10;
    private static final double UNITS_PER_TENTH = 10.0;
    private static final long LONGEST = Duration.ofMinutes(10).toMillis() * 100;
    private static final long ENOUGH_FOR_P99 = 300;

    /** Collects samples for one {@link Latency}. */
    static final class Samples {

        private final Histogram histogram = empty();

        /** Counts one sample; what exceeds ten minutes counts as ten minutes. */
        void add(long micros) {
            histogram.recordValue(Math.clamp(micros / MICROS_PER_UNIT, 1, LONGEST));
        }

        Latency latency() {
            return encode(histogram);
        }
    }

    /** The samples of both together; as exact as if all had been counted at once. */
    public Latency plus(Latency other) {
        if (encoded.isEmpty() || other.encoded.isEmpty()) {
            return encoded.isEmpty() ? other : this;
        }
        Histogram sum = decode();
        sum.add(other.decode());
        return encode(sum);
    }

    /** What people read, rounded to a tenth of a millisecond. */
    public Percentiles percentiles() {
        if (encoded.isEmpty()) {
            return Percentiles.NONE;
        }
        Histogram histogram = decode();
        long n = histogram.getTotalCount();
        return new Percentiles(
                n,
                Optional.of(millisAt(histogram, 50)),
                Optional.of(millisAt(histogram, 95)),
                n < ENOUGH_FOR_P99 ? Optional.empty() : Optional.of(millisAt(histogram, 99)));
    }

    private static double millisAt(Histogram histogram, double percentile) {
        long value = histogram.getValueAtPercentile(percentile);
        // The middle of the bucket halves the error of its upper end.
        return Math.round(histogram.medianEquivalentValue(value) / UNITS_PER_TENTH) / 10.0;
    }

    private static Histogram empty() {
        return new Histogram(1, LONGEST, DIGITS);
    }

    private static Latency encode(Histogram histogram) {
        if (histogram.getTotalCount() == 0) {
            return NONE;
        }
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer, Deflater.BEST_COMPRESSION);
        byte[] bytes = new byte[length];
        buffer.flip().get(bytes);
        return new Latency(Base64.getEncoder().encodeToString(bytes));
    }

    private Histogram decode() {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(Base64.getDecoder().decode(encoded));
            return Histogram.decodeFromCompressedByteBuffer(buffer, LONGEST);
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("not a compressed histogram: " + encoded, e);
        }
    }
}
