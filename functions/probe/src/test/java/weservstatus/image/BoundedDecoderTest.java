package weservstatus.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import weservstatus.check.ImageFormat;

class BoundedDecoderTest {
    private static final PictureFacts FACTS =
            PictureFacts.still(ImageFormat.PNG, 1, 1, false, Encoding.PLAIN);
    private static final Bytes NOTHING = new Bytes(new byte[0]);

    @Test
    void givesUpOnADecoderThatDoesNotComeBack() {
        CountDownLatch never = new CountDownLatch(1);
        Decoder stuck =
                (facts, bytes) -> {
                    try {
                        never.await();
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                    }
                    return List.of();
                };

        assertThatThrownBy(() ->
                        new BoundedDecoder(stuck, Duration.ofMillis(30)).frames(FACTS, NOTHING))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("damaged: not decoded within 30 ms");
    }

    @Test
    void turnsAnythingThatADecoderThrowsIntoAFinding() {
        Decoder broken =
                (facts, bytes) -> {
                    throw new ArrayIndexOutOfBoundsException("7");
                };

        assertThatThrownBy(() ->
                        new BoundedDecoder(broken, Duration.ofSeconds(5)).frames(FACTS, NOTHING))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("cannot be decoded");
    }

    @Test
    void decodesOnePictureAtATime() throws InterruptedException, ExecutionException {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Decoder counting =
                (facts, bytes) -> {
                    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    // Long enough for another to come in, were it let in.
                    Resampling.resize(Raster.filled(200, 200, 0), 100, 100);
                    atOnce.decrementAndGet();
                    return List.of();
                };
        BoundedDecoder decoder = new BoundedDecoder(counting, Duration.ofSeconds(20));

        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Raster>>> results =
                    IntStream.range(0, 50)
                            .mapToObj(i -> pool.submit(() -> decoder.frames(FACTS, NOTHING)))
                            .toList();
            for (Future<List<Raster>> result : results) {
                assertThat(result.get()).isEmpty();
            }
        }

        assertThat(most).hasValue(1);
    }
}
