package weservstatus.uptime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.IntSummaryStatistics;
import java.util.Random;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyTest {

    /** Log-normal around 150 ms, 2 % ten times slower, 0.2 % of 10 to 30 s; in microseconds. */
    private static long[] samples(long seed, int n) {
        Random random = new Random(seed);
        long[] micros = new long[n];
        for (int i = 0; i < n; i++) {
            double tail = random.nextDouble();
            double body = 150_000 * Math.exp(0.5 * random.nextGaussian());
            micros[i] =
                    tail < 0.002
                            ? 10_000_000 + random.nextInt(20_000_000)
                            : Math.round(tail < 0.022 ? body * 10 : body);
        }
        return micros;
    }

    private static Latency latency(long... micros) {
        Latency.Samples samples = new Latency.Samples();
        Arrays.stream(micros).forEach(samples::add);
        return samples.latency();
    }

    @Test
    void hasNoPercentilesWithoutSamples() {
        assertThat(latency()).isEqualTo(Latency.NONE);
        assertThat(Latency.NONE.percentiles()).isEqualTo(Percentiles.NONE);
        assertThat(Latency.NONE.plus(latency(5_000))).isEqualTo(latency(5_000));
    }

    @Test
    void leavesOutTheNinetyNinthPercentileBelowThreeHundredSamples() {
        assertThat(latency(samples(1, 299)).percentiles().p99()).isEmpty();
        assertThat(latency(samples(1, 300)).percentiles().p99()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isOffByOnePercentAtMost(long seed) {
        long[] micros = samples(seed, 43_200);
        Percentiles read = latency(micros).percentiles();
        Arrays.sort(micros);

        assertThat(read.n()).isEqualTo(43_200);
        assertThat(read.p50().orElseThrow()).isCloseTo(exact(micros, 0.50), onePercent());
        assertThat(read.p95().orElseThrow()).isCloseTo(exact(micros, 0.95), onePercent());
        assertThat(read.p99().orElseThrow()).isCloseTo(exact(micros, 0.99), onePercent());
    }

    private static double exact(long[] sorted, double quantile) {
        return sorted[(int) Math.ceil(sorted.length * quantile) - 1] / 1_000.0;
    }

    private static Percentage onePercent() {
        return Percentage.withPercentage(1);
    }

    @Test
    void mergesAMonthOfHoursIntoWhatCountingAtOnceGives() {
        long[] micros = samples(6, 30 * 24 * 60);
        Latency merged = Latency.NONE;
        for (int hour = 0; hour < 30 * 24; hour++) {
            merged = merged.plus(latency(Arrays.copyOfRange(micros, hour * 60, hour * 60 + 60)));
        }

        assertThat(merged).isEqualTo(latency(micros));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 240, 1_200})
    void keepsAnHourWithin320Bytes(int n) {
        IntSummaryStatistics bytes =
                LongStream.rangeClosed(1, 100)
                        .mapToInt(seed -> bytes(latency(samples(seed, n))))
                        .summaryStatistics();

        assertThat(bytes.getMax()).as("the most varied of them").isLessThanOrEqualTo(320);
    }

    private static int bytes(Latency latency) {
        return Base64.getDecoder().decode(latency.encoded()).length;
    }

    @Test
    void readsWhatVersionsWroteThatKeptTheHead() {
        Histogram histogram = new Histogram(1, 60_000_000, 2);
        histogram.recordValue(15_000);
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        byte[] bytes = new byte[histogram.encodeIntoCompressedByteBuffer(buffer, 9)];
        buffer.flip().get(bytes);
        Latency old = new Latency(Base64.getEncoder().encodeToString(bytes));

        assertThat(old.percentiles()).isEqualTo(latency(150_000).percentiles());
        assertThat(old.plus(latency(150_000))).isEqualTo(latency(150_000, 150_000));
    }

    @Test
    void holdsWhatIsShorterOrLongerThanItCanTell() {
        assertThat(latency(0).percentiles().p50().orElseThrow()).isCloseTo(0, within(0.1));
        assertThat(latency(3_600_000_000L).percentiles().p50().orElseThrow())
                .isCloseTo(600_000, onePercent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!",
                "aGVsbG8gd29ybGQsIG5vdCBhIGhpc3RvZ3JhbSBhdCBhbGw=",
                "HISTFAAAABx4nJNpmSzMwMDAxQABzFCaEUzP",
                "AwA="
            })
    void refusesWhatIsNoHistogram(String encoded) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Latency(encoded).percentiles());
    }
}
