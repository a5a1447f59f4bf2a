package weservstatus.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import weservstatus.check.HttpCheck;
import weservstatus.observe.Attempt;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Phase;

/** Many attempts at once: nobody waits for a peer that keeps somebody else waiting. */
class CrowdTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final int CROWD = 100;
    private static final Duration TIMEOUT = Duration.ofMillis(1_500);

    /** Thirteen groups of eight, one after the other, would take 19.5 s. */
    private static final Duration MARGIN = Duration.ofMillis(2_500);

    private final NetworkProber prober = Probers.prober();

    @Test
    void silentHandshakesHoldNoTurn() throws Exception {
        var greeted = new CountDownLatch(CROWD);
        try (var server = ScriptedServer.plain(conversation -> greet(conversation, greeted))) {
            List<Attempt> attempts = together("https://localhost:" + server.port());

            assertThat(attempts).allSatisfy(attempt -> isTimeout(attempt, Phase.TLS));
            assertThat(greeted.getCount()).as("attempts that sent no hello").isZero();
        }
    }

    @Test
    void blackHolesHoldNobody() throws Exception {
        try (var hole = new BlackHole()) {
            List<Attempt> attempts = together(hole.url("https"));

            assertThat(attempts).allSatisfy(attempt -> isTimeout(attempt, Phase.CONNECT));
        }
    }

    @Test
    void silentHandshakesDoNotKeepOthersFromTheirs() throws Exception {
        var greeted = new CountDownLatch(CROWD);
        // Closed in reverse: the silent server goes before the threads that wait for it.
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var silent = ScriptedServer.plain(conversation -> greet(conversation, greeted));
                var fine = ScriptedServer.secure(context(), ScriptedServer.always(OK))) {
            var check = CheckRecipe.get("/").timeout(Duration.ofSeconds(20)).build();
            for (int i = 0; i < CROWD; i++) {
                threads.execute(() -> probe(check, "https://localhost:" + silent.port()));
            }
            // With turns held while waiting, only eight could say hello before the deadline.
            assertThat(greeted.await(10, TimeUnit.SECONDS)).isTrue();

            Attempt attempt = probe(check, "https://localhost:" + fine.port());

            assertThat(attempt.failure()).isEmpty();
            assertThat(attempt.exchange().phases().total()).isLessThan(Duration.ofSeconds(5));
        }
    }

    private static void greet(Conversation conversation, CountDownLatch greeted)
            throws IOException, InterruptedException {
        conversation.socket().getInputStream().read();
        greeted.countDown();
        conversation.staySilent();
    }

    private static SSLContext context() {
        return Probers.AUTHORITY.serverFor("localhost");
    }

    private List<Attempt> together(String url) throws Exception {
        long before = System.nanoTime();
        var attempts = new ArrayList<Attempt>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Attempt>> tasks = new ArrayList<>();
            for (int i = 0; i < CROWD; i++) {
                tasks.add(() -> probe(url));
            }
            for (var done : threads.invokeAll(tasks)) {
                attempts.add(done.get());
            }
        }
        Duration wall = Duration.ofNanos(System.nanoTime() - before);
        assertThat(wall).isLessThan(TIMEOUT.plus(MARGIN));
        return attempts;
    }

    private Attempt probe(String url) {
        return probe(CheckRecipe.get("/").timeout(TIMEOUT).build(), url);
    }

    private Attempt probe(HttpCheck check, String url) {
        return prober.probe(check, CheckRecipe.target(url), Duration.ofSeconds(30));
    }

    private static void isTimeout(Attempt attempt, Phase phase) {
        Failure failure = Probers.broken(attempt);
        assertThat(failure.reason()).isEqualTo(FailureReason.TIMEOUT);
        assertThat(failure.phase()).contains(phase);
        assertThat(attempt.exchange().phases().total())
                .isBetween(TIMEOUT.minusMillis(5), TIMEOUT.plus(MARGIN));
    }
}
