package weservstatus.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.check.DnsCheck;
import weservstatus.check.DnsServer;
import weservstatus.check.RecordType;
import weservstatus.observe.Attempt;
import weservstatus.observe.Controls;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Observation;
import weservstatus.observe.Phase;
import weservstatus.observe.Result;
import weservstatus.observe.Side;
import weservstatus.verdict.Sides;

/** Against real resolvers. */
class DnsProberTest {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    /** Any key will do: the zone is not signed, which is what breaks it. */
    private static final String KEY =
            "20326,8,2,E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D";

    private static Dnsmasq unsigned;
    private static Dnsmasq dnsmasq;
    private static DatagramSocket silence;

    @BeforeAll
    static void start() throws IOException {
        silence = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0));
        unsigned = Dnsmasq.start("--host-record=one.bogus.test,192.0.2.9");
        dnsmasq =
                Dnsmasq.start(
                        "--host-record=both.example,192.0.2.1,2001:db8::1",
                        "--address=/pair.example/192.0.2.2",
                        "--address=/pair.example/192.0.2.3",
                        "--cname=alias.example,both.example",
                        "--mx-host=both.example,mail.example,10",
                        "--txt-record=both.example,hello world",
                        "--local=/example/",
                        "--dnssec",
                        "--trust-anchor=.," + KEY,
                        "--trust-anchor=bogus.test," + KEY,
                        "--server=/bogus.test/127.0.0.1#" + unsigned.server().port());
    }

    @AfterAll
    static void stop() {
        dnsmasq.close();
        unsigned.close();
        silence.close();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "",
            value = {
                "both.example,  A,     ,                          ",
                "both.example,  A,     192.0.2.1,                 ",
                "BOTH.Example,  AAAA,  2001:db8:0::1,             ",
                "pair.example,  A,     192.0.2.3 192.0.2.2,       ",
                "alias.example, A,     192.0.2.1,                 ",
                "alias.example, CNAME, Both.example.,             ",
                "both.example,  TXT,   hello_world,               ",
                "both.example,  A,     192.0.2.7,                 192.0.2.1",
                "pair.example,  A,     192.0.2.2,                 '192.0.2.2, 192.0.2.3'",
                "both.example,  A,     192.0.2.1 192.0.2.7,       192.0.2.1",
                "gone.example,  A,     ,                          no such name (NXDOMAIN)",
                "gone.example,  A,     192.0.2.1,                 no such name (NXDOMAIN)",
                "both.example,  CAA,   ,                          no record of this type",
                "other.invalid, A,     ,                          REFUSED from the resolver",
                "one.bogus.test, A,    ,                          SERVFAIL from the resolver",
            })
    void holdsWhatCameAgainstWhatIsExpected(
            String name, RecordType type, @Nullable String answers, @Nullable String failure) {
        DnsCheck check = check(name, type, answers == null ? "" : answers, dnsmasq.resolver());

        Observation seen = judged(check, Duration.ofSeconds(10));

        if (failure == null) {
            assertThat(seen.result()).as("%s", seen).isEqualTo(Result.PASSED);
            assertThat(seen.address()).isEqualTo("127.0.0.1");
        } else {
            assertThat(seen.result()).isEqualTo(Result.FAILED);
            assertThat(seen.side()).contains(Side.EDGE);
            assertThat(seen.failure().orElseThrow().reason()).isEqualTo(FailureReason.DNS);
            assertThat(seen.failure().orElseThrow().message()).contains("but got " + failure);
        }
    }

    @Test
    void saysWhoDidNotAnswerInTime() {
        var mute = new DnsServer(LOOPBACK, silence.getLocalPort());
        DnsCheck check = check("both.example", RecordType.A, "", Optional.of(mute));

        Observation seen = judged(check, Duration.ofMillis(400));

        assertThat(seen.result()).isEqualTo(Result.FAILED);
        assertThat(seen.side()).contains(Side.EDGE);
        assertThat(seen.failure())
                .contains(
                        Failure.in(
                                Phase.DNS,
                                FailureReason.TIMEOUT,
                                "The resolver "
                                        + mute
                                        + " did not answer for both.example within 400 ms"));
    }

    /** What the monitor's own resolver does not say is nobody else's fault. */
    @Test
    void theMachinesOwnResolverIsTheMonitors() {
        var mute = new DnsServer(LOOPBACK, silence.getLocalPort());
        DnsCheck named = check("both.example", RecordType.A, "", Optional.of(mute));
        DnsCheck own = check("both.example", RecordType.A, "", Optional.empty());

        Observation seen = Sides.judge(probe(named, Duration.ofMillis(200)), own, Controls.NONE);

        assertThat(seen.result()).isEqualTo(Result.SELF_FAULT);
        assertThat(seen.side()).contains(Side.MONITOR);
    }

    @Test
    void remembersNothing() throws IOException {
        DnsCheck check;
        try (Dnsmasq first = Dnsmasq.start("--host-record=moving.example,192.0.2.1")) {
            check = check("moving.example", RecordType.A, "192.0.2.1", first.resolver());
            assertThat(judged(check, Duration.ofSeconds(10)).result()).isEqualTo(Result.PASSED);
        }

        assertThat(judged(check, Duration.ofMillis(400)).result()).isEqualTo(Result.FAILED);
    }

    private static Observation judged(DnsCheck check, Duration limit) {
        return Sides.judge(probe(check, limit), check, Controls.NONE);
    }

    private static Attempt probe(DnsCheck check, Duration limit) {
        return Probers.prober().probe(check, CheckRecipe.target("http://both.example"), limit);
    }

    private static DnsCheck check(
            String name, RecordType type, String answers, Optional<DnsServer> resolver) {
        Set<String> expected =
                Stream.of(answers.split(" ", -1))
                        .filter(text -> !text.isEmpty())
                        .map(text -> type.normal(text.replace('_', ' ')).orElseThrow())
                        .collect(Collectors.toSet());
        return new DnsCheck(
                TcpProberTest.head(Duration.ofSeconds(10)),
                Optional.of(name),
                type,
                expected,
                resolver);
    }
}
