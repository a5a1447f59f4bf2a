package weservstatus.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LazyTest {
    @Test
    void isMadeOnceHoweverManyAskAtTheSameTime() throws Exception {
        AtomicInteger made = new AtomicInteger();
        Lazy<Integer> lazy = new Lazy<>(made::incrementAndGet);
        CountDownLatch all = new CountDownLatch(16);
        Callable<Integer> ask =
                () -> {
                    all.countDown();
                    all.await();
                    return lazy.get();
                };

        List<Integer> values = new ArrayList<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers =
                    IntStream.range(0, 16).mapToObj(number -> executor.submit(ask)).toList();
            for (Future<Integer> answer : answers) {
                values.add(answer.get());
            }
        }

        assertThat(values).containsOnly(1);
    }

    @Test
    void isNotMadeBeforeSomebodyAsks() {
        AtomicInteger made = new AtomicInteger();

        Lazy<Integer> lazy = new Lazy<>(made::incrementAndGet);

        assertThat(made).hasValue(0);
        assertThat(lazy.get()).isEqualTo(1);
    }
}
