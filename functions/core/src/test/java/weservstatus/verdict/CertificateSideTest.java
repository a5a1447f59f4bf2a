package weservstatus.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.check.CachePath;
import weservstatus.check.ComponentId;
import weservstatus.check.Expectation;
import weservstatus.check.HttpCheck;
import weservstatus.check.Schedule;
import weservstatus.observe.Answer;
import weservstatus.observe.Attempt;
import weservstatus.observe.ControlState;
import weservstatus.observe.Controls;
import weservstatus.observe.Exchange;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Finding;
import weservstatus.observe.Header;
import weservstatus.observe.Observation;
import weservstatus.observe.Phases;
import weservstatus.observe.Result;
import weservstatus.observe.Side;
import weservstatus.observe.TlsFacts;

class CertificateSideTest {
    @ParameterizedTest
    @CsvSource({"PASSED, EDGE", "NONE, EDGE", "FAILED, MONITOR"})
    void aCertificateThatEndsTooSoonIsTheEdgesThoughTheServiceAnswered(
            ControlState provider, Side side) {
        Failure failure = Failure.of(FailureReason.TLS, "6 days left");
        Attempt attempt =
                new Attempt(
                        check().id(),
                        answered(),
                        List.of(new Finding("14 days", "6 days left", Optional.of(failure))));

        assertThat(Sides.judge(attempt, check(), new Controls(provider, new TreeMap<>())).side())
                .contains(side);
    }

    @Test
    void aCertificateThatEndsSoonIsAsGoodAsALateAnswerAndSaysWhy() {
        Failure warning = Failure.of(FailureReason.TLS, "certificates with 13 days left");
        Attempt attempt =
                new Attempt(
                        check().id(),
                        answered(),
                        List.of(
                                new Finding(
                                        "7 days",
                                        "13 days left",
                                        Optional.empty(),
                                        Optional.of(warning),
                                        Optional.empty())));

        Observation seen =
                Sides.judge(attempt, check(), new Controls(ControlState.PASSED, new TreeMap<>()));

        assertThat(seen.result()).isEqualTo(Result.SLOW);
        assertThat(seen.failure()).contains(warning);
        assertThat(seen.side()).isEmpty();
    }

    @Test
    void theEndOfTheCertificateIsKeptOfChecksThatAskForIt() {
        TlsFacts tls = new TlsFacts("TLSv1.3", "x", END, List.of("CN=wsrv.nl"));
        Attempt attempt = new Attempt(check().id(), answered(Optional.of(tls)), List.of());
        HttpCheck asks = check().expecting(List.of(new Expectation.CertificateLasts(7)));
        HttpCheck plain = check().expecting(List.of(new Expectation.StatusIs(200)));

        assertThat(Sides.judge(attempt, asks, Controls.NONE).certificateEnds()).contains(END);
        assertThat(Sides.judge(attempt, plain, Controls.NONE).certificateEnds()).isEmpty();
    }

    private static final Instant END = Instant.parse("2027-01-31T12:00:00Z");

    private static Exchange answered() {
        return answered(Optional.empty());
    }

    private static Exchange answered(Optional<TlsFacts> tls) {
        return new Exchange.Answered(
                "GET",
                URI.create("https://wsrv.nl/"),
                List.of(),
                Instant.EPOCH,
                Phases.NONE,
                false,
                new Answer(
                        200,
                        List.of(new Header("X-Images-Api", "5")),
                        new byte[] {1},
                        "HTTP/1.1",
                        "192.0.2.1",
                        tls));
    }

    private static HttpCheck check() {
        return Scene.check(
                "certificate",
                new ComponentId("edge"),
                new Schedule(Duration.ofHours(1), 0),
                false,
                CachePath.NONE,
                "/");
    }
}
