package weservstatus.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weservstatus.check.AddressFamily;
import weservstatus.check.CheckHead;
import weservstatus.check.CheckId;
import weservstatus.check.ComponentId;
import weservstatus.check.Schedule;
import weservstatus.check.TargetId;
import weservstatus.check.TcpCheck;
import weservstatus.observe.Attempt;
import weservstatus.observe.Controls;
import weservstatus.observe.Exchange;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Observation;
import weservstatus.observe.Phase;
import weservstatus.observe.Result;
import weservstatus.observe.Side;
import weservstatus.verdict.Sides;

class TcpProberTest {
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void passesWhereAConnectionIsAccepted() throws IOException {
        try (ServerSocket server = listen(LOOPBACK, 50)) {
            TcpCheck check = check(LOOPBACK, server.getLocalPort(), AddressFamily.ANY, PATIENCE);

            Attempt attempt = probe(check);
            Observation observation = Sides.judge(attempt, check, Controls.NONE);

            assertThat(observation.result()).isEqualTo(Result.PASSED);
            assertThat(observation.address()).isEqualTo(LOOPBACK);
            assertThat(attempt.exchange().url())
                    .hasToString("tcp://127.0.0.1:" + server.getLocalPort());
            assertThat(attempt.findings()).hasSize(1);
        }
    }

    @Test
    void connectsToTheHostOfTheTargetUnlessItNamesAnother() throws IOException {
        try (ServerSocket server = listen(LOOPBACK, 50)) {
            TcpCheck check =
                    new TcpCheck(
                            head(PATIENCE),
                            Optional.empty(),
                            server.getLocalPort(),
                            AddressFamily.IPV4);

            assertThat(probe(check).failure()).isEmpty();
        }
    }

    @Test
    void failsAtTheEdgeWhereTheConnectionIsRefused() throws IOException {
        int port;
        try (ServerSocket server = listen(LOOPBACK, 50)) {
            port = server.getLocalPort();
        }
        TcpCheck check = check(LOOPBACK, port, AddressFamily.ANY, PATIENCE);

        Observation observation = Sides.judge(probe(check), check, Controls.NONE);

        assertThat(observation.result()).isEqualTo(Result.FAILED);
        assertThat(observation.side()).contains(Side.EDGE);
        assertThat(observation.failure())
                .contains(
                        Failure.in(
                                Phase.CONNECT,
                                FailureReason.CONNECT,
                                "127.0.0.1 at port " + port + " refused the connection"));
    }

    /** A full queue of connections that nobody accepts is what a hung server looks like. */
    @Test
    void failsWhenTheConnectionIsNotAcceptedInTime() throws IOException {
        List<Socket> queue = new ArrayList<>();
        try (ServerSocket server = listen(LOOPBACK, 1)) {
            Duration limit = Duration.ofMillis(300);
            TcpCheck check = check(LOOPBACK, server.getLocalPort(), AddressFamily.ANY, limit);
            Attempt attempt = probe(check);
            for (int more = 0; attempt.failure().isEmpty() && more < 20; more++) {
                queue.add(new Socket(InetAddress.ofLiteral(LOOPBACK), server.getLocalPort()));
                attempt = probe(check);
            }

            assertThat(attempt.failure())
                    .contains(
                            Failure.in(
                                    Phase.CONNECT,
                                    FailureReason.TIMEOUT,
                                    "No connection to 127.0.0.1 within 300 ms"));
        } finally {
            for (Socket waiting : queue) {
                waiting.close();
            }
        }
    }

    @Test
    void failsWhereTheHostHasNoAddressOfTheFamily() {
        TcpCheck check = check("v4.example", 443, AddressFamily.IPV6, PATIENCE);

        Attempt attempt = probe(check);

        assertThat(attempt.exchange()).isInstanceOf(Exchange.Broken.class);
        assertThat(attempt.failure())
                .contains(
                        Failure.in(Phase.DNS, FailureReason.DNS, "v4.example has no IPv6 address"));
    }

    private static ServerSocket listen(String address, int backlog) throws IOException {
        return new ServerSocket(0, backlog, InetAddress.ofLiteral(address));
    }

    private static Attempt probe(TcpCheck check) {
        return Probers.prober()
                .probe(check, CheckRecipe.target("http://127.0.0.1:1"), Duration.ofSeconds(30));
    }

    private static TcpCheck check(String host, int port, AddressFamily family, Duration timeout) {
        return new TcpCheck(head(timeout), Optional.of(host), port, family);
    }

    static CheckHead head(Duration timeout) {
        return new CheckHead(
                new CheckId("check"),
                "Check",
                "",
                new ComponentId("component"),
                new TargetId("target"),
                new Schedule(Duration.ofMinutes(1), 0),
                timeout,
                Optional.empty(),
                false);
    }
}
