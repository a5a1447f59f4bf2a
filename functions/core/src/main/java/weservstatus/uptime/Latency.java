package weservstatus.uptime;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * A mergeable summary of latencies: an HdrHistogram of two significant digits, compressed. A value
 * read from it is off by at most 1 %.
 *
 * @param encoded Base64 of the counts as HdrHistogram writes them, in units of 10 µs, deflated;
 *     empty without samples. Its own compressed form, which versions before this one wrote, is some
 *     30 bytes longer for a head that is always the same
 */
public record Latency(String encoded) {

    public static final Latency NONE = new Latency("");

    private static final int DIGITS = 2;

    /** How HdrHistogram's own compressed form begins. */
    private static final String OLD = "HISTF";

    /** Length of the head before the counts, and where in it their length stands. */
    private static final int HEAD_BYTES = 40;

    private static final int LENGTH_AT = 4;

    /** Nine for each of all buckets: no histogram is longer. */
    private static final int MOST_BYTES = 1 << 16;

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
        return percentiles(List.of(this));
    }

    /** Of all samples together. */
    public static Percentiles percentiles(Collection<Latency> latencies) {
        Optional<Histogram> all =
                latencies.stream()
                        .filter(each -> !each.encoded.isEmpty())
                        .map(Latency::decode)
                        .reduce((sum, each) -> {
                            sum.add(each);
                            return sum;
                        });
        return all.map(Latency::percentiles).orElse(Percentiles.NONE);
    }

    private static Percentiles percentiles(Histogram histogram) {
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
        int length = histogram.encodeIntoByteBuffer(buffer);
        byte[] counts = new byte[length - HEAD_BYTES];
        buffer.position(HEAD_BYTES).get(counts);
        return new Latency(Base64.getEncoder().encodeToString(Deflated.of(counts)));
    }

    private Histogram decode() {
        try {
            byte[] bytes = Base64.getDecoder().decode(encoded);
            return encoded.startsWith(OLD)
                    ? Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes), LONGEST)
                    : Histogram.decodeFromByteBuffer(
                            withHead(Deflated.inflated(bytes, MOST_BYTES)), LONGEST);
        } catch (DataFormatException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("not a compressed histogram: " + encoded, e);
        }
    }

    /** HdrHistogram's form: the head of an empty one, with the length of these counts. */
    private static ByteBuffer withHead(byte[] counts) {
        Histogram empty = empty();
        ByteBuffer buffer =
                ByteBuffer.allocate(
                        Math.max(empty.getNeededByteBufferCapacity(), HEAD_BYTES + counts.length));
        empty.encodeIntoByteBuffer(buffer);
        buffer.putInt(LENGTH_AT, counts.length);
        buffer.position(HEAD_BYTES).put(counts);
        return buffer.flip();
    }
}
