package weservstatus.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.security.Security;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import weservstatus.check.AddressFamily;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Phase;

class NameLookupTest {
    private static final InetAddress HOME = InetAddress.ofLiteral("127.0.0.1");

    @Test
    void aResolverThatHangsEndsWithTheDeadlineInThePhaseOfNames() throws Exception {
        var end = new CountDownLatch(1);
        ProbeSettings hanging =
                Probers.SETTINGS.withResolver(host -> {
                    awaitUninterruptibly(end);
                    return List.of(HOME);
                });
        var check = CheckRecipe.get("/").timeout(Duration.ofMillis(200)).build();

        var attempt =
                Probers.prober(hanging)
                        .probe(
                                check,
                                CheckRecipe.target("http://slow.example"),
                                Duration.ofSeconds(9));
        end.countDown();

        assertThat(Probers.broken(attempt).reason()).isEqualTo(FailureReason.TIMEOUT);
        assertThat(Probers.broken(attempt).phase()).contains(Phase.DNS);
        assertThat(Probers.broken(attempt).message())
                .isEqualTo("The name slow.example was not resolved within 200 ms");
        assertThat(attempt.exchange().phases().dnsMicros()).isBetween(195_000L, 2_000_000L);
    }

    @Test
    void lookupsAtTheSameMomentAreOneAndLaterOnesAreNew() throws Exception {
        var asked = new AtomicInteger();
        var go = new CountDownLatch(1);
        var names =
                new NameLookup(
                        host -> {
                            asked.incrementAndGet();
                            awaitUninterruptibly(go);
                            return List.of(HOME);
                        },
                        () -> true);
        int crowd = 5;
        var together = new CyclicBarrier(crowd + 1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<Future<InetAddress>>();
            for (int i = 0; i < crowd; i++) {
                Callable<InetAddress> task =
                        () -> {
                            together.await();
                            return names.find("a.example", AddressFamily.ANY, soon());
                        };
                results.add(threads.submit(task));
            }
            together.await();
            go.countDown();
            for (var result : results) {
                assertThat(result.get()).isEqualTo(HOME);
            }
        }
        int first = asked.get();
        names.find("a.example", AddressFamily.ANY, soon());

        assertThat(first).isBetween(1, crowd);
        assertThat(asked).hasValue(first + 1);
    }

    @Test
    void aHangingNameDoesNotHoldAnother() throws Exception {
        var end = new CountDownLatch(1);
        var names =
                new NameLookup(
                        host -> {
                            if (host.equals("slow.example")) {
                                awaitUninterruptibly(end);
                            }
                            return List.of(HOME);
                        },
                        () -> true);

        assertThatExceptionOfType(SocketTimeoutException.class)
                .isThrownBy(() -> names.find("slow.example", AddressFamily.ANY, in(50)));
        assertThat(names.find("fast.example", AddressFamily.ANY, soon())).isEqualTo(HOME);
        end.countDown();
    }

    @Test
    void theJvmKeepsNoAnswer() {
        assertThat(new SystemResolver()).isNotNull();

        assertThat(Security.getProperty("networkaddress.cache.ttl")).isEqualTo("0");
        assertThat(Security.getProperty("networkaddress.cache.negative.ttl")).isEqualTo("0");
    }

    private static Deadline soon() {
        return in(5_000);
    }

    private static Deadline in(int millis) {
        var deadline = new Deadline(Duration.ofMillis(millis), System::nanoTime);
        deadline.begin();
        return deadline;
    }

    /** As a native lookup: nothing stops it. */
    private static void awaitUninterruptibly(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException ignored) {
                // Goes on.
            }
        }
    }
}
