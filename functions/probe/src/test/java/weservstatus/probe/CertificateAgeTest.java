package weservstatus.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.check.Expectation.CertificateLasts;
import weservstatus.check.HttpCheck;
import weservstatus.observe.Attempt;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Finding;
import weservstatus.observe.TlsFacts;

class CertificateAgeTest {
    private static final Instant AT = Instant.parse("2026-11-01T12:00:00Z");
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    @ParameterizedTest(name = "{0} wanted, left {1}: {2}")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    14, P400D,      -
                    14, P14D,       -
                    14, P13DT23H59M59S, '13 days left, until 2026-11-15T11:59:59Z, past the mark of 14 days'
                    30, P21D,       '21 days left, until 2026-11-22T12:00:00Z'
                    30, P20DT23H,   '20 days left, until 2026-11-22T11:00:00Z, past the mark of 21 days'
                    21, P14D,       '14 days left, until 2026-11-15T12:00:00Z, past the mark of 21 days'
                    14, P7D,        '7 days left, until 2026-11-08T12:00:00Z, past the mark of 14 days'
                    14, P6DT23H,    '6 days left, until 2026-11-08T11:00:00Z, past the mark of 7 days'
                    14, P2DT23H,    '2 days left, until 2026-11-04T11:00:00Z, past the mark of 3 days'
                    14, P1D,        '1 day left, until 2026-11-02T12:00:00Z, past the mark of 3 days'
                    14, PT23H,      'less than 1 day left, until 2026-11-02T11:00:00Z, past the mark of 1 day'
                    1,  PT23H,      'less than 1 day left, until 2026-11-02T11:00:00Z, past the mark of 1 day'
                    1,  -PT1S,      'expired ones, until 2026-11-01T11:59:59Z, past the mark of 1 day'
                    """)
    void saysHowLongItLastsAndWhichMarkIsPassed(
            int wanted, Duration left, @Nullable String actual) {
        TlsFacts tls = new TlsFacts("TLSv1.3", "cipher", AT.plus(left), List.of("CN=a"));

        Finding finding =
                CertificateAge.judge(new CertificateLasts(wanted, 0), Optional.of(tls), AT);

        String days = wanted == 1 ? "1 day" : wanted + " days";
        assertThat(finding.failure())
                .isEqualTo(
                        Optional.ofNullable(actual)
                                .map(words ->
                                        Failure.of(
                                                FailureReason.TLS,
                                                "Expected certificates that last at least "
                                                        + days
                                                        + ", but got "
                                                        + words)));
    }

    /** The ladder: 21 and 14 days warn, 7, 3 and 1 fail. */
    @ParameterizedTest(name = "{0} left: {1}")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    P22D,   21, good,   -
                    P21D,   21, good,   -
                    P20D,   21, warned, 'certificates with 20 days left, until 2026-11-21T12:00:00Z, past the mark of 21 days'
                    P14D,   21, warned, 'certificates with 14 days left, until 2026-11-15T12:00:00Z, past the mark of 21 days'
                    P13D,   21, warned, 'certificates with 13 days left, until 2026-11-14T12:00:00Z, past the mark of 14 days'
                    P7D,    21, warned, 'certificates with 7 days left, until 2026-11-08T12:00:00Z, past the mark of 14 days'
                    P6D,    21, failed, 'past the mark of 7 days'
                    P2D,    21, failed, 'past the mark of 3 days'
                    PT23H,  21, failed, 'past the mark of 1 day'
                    -PT1S,  21, failed, 'past the mark of 1 day'
                    P13D,   0,  good,   -
                    P20D,   14, good,   -
                    P13D,   14, warned, 'past the mark of 14 days'
                    """)
    void warnsOnTheUpperRungsAndFailsOnTheLower(
            Duration left, int warnDays, String outcome, @Nullable String words) {
        TlsFacts tls = new TlsFacts("TLSv1.3", "cipher", AT.plus(left), List.of("CN=a"));

        Finding finding =
                CertificateAge.judge(new CertificateLasts(7, warnDays), Optional.of(tls), AT);

        Optional<Failure> said = finding.failure().or(finding::warning);
        assertThat(finding.failure().isPresent()).isEqualTo(outcome.equals("failed"));
        assertThat(finding.warning().isPresent()).isEqualTo(outcome.equals("warned"));
        assertThat(said.map(Failure::message).orElse("")).endsWith(words == null ? "" : words);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    14, P15D,    -
                    14, P13DT1H, '13 days left, until then, past the mark of 14 days'
                    14, P1DT1H,  '1 day left, until then, past the mark of 3 days'
                    3,  P13DT1H, -
                    """)
    void looksAtTheCertificateOfTheServerThatAnswers(
            int wanted, Duration left, @Nullable String actual) throws IOException {
        Instant now = Instant.now();
        var context =
                Probers.AUTHORITY.server(
                        now.minus(Duration.ofDays(60)), now.plus(left), "localhost");
        try (var server = ScriptedServer.secure(context, ScriptedServer.always(OK))) {
            Optional<String> message =
                    probe("https://localhost:" + server.port(), wanted)
                            .failure()
                            .map(Failure::message);

            assertThat(message.map(text -> text.replaceFirst("until .*Z", "until then")))
                    .isEqualTo(
                            Optional.ofNullable(actual)
                                    .map(end ->
                                            "Expected certificates that last at least "
                                                    + wanted
                                                    + " days, but got "
                                                    + end));
        }
    }

    @Test
    void isNeverHeldByAnAnswerWithoutTls() throws IOException {
        try (var server = ScriptedServer.plain(ScriptedServer.always(OK))) {
            assertThat(probe("http://localhost:" + server.port(), 1).failure())
                    .contains(
                            Failure.of(
                                    FailureReason.TLS,
                                    "Expected certificates that last at least 1 day, but got an"
                                            + " answer without TLS"));
        }
    }

    private static Attempt probe(String url, int days) {
        HttpCheck check = CheckRecipe.get("/").expecting(new CertificateLasts(days)).build();
        return Probers.prober().probe(check, CheckRecipe.target(url), Duration.ofSeconds(30));
    }
}
