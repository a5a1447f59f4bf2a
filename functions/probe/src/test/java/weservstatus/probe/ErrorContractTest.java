package weservstatus.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.check.Expectation;
import weservstatus.check.Expectation.ErrorIs;
import weservstatus.check.Expectation.Within;
import weservstatus.observe.Answer;
import weservstatus.observe.Exchange;
import weservstatus.observe.Failure;
import weservstatus.observe.Finding;
import weservstatus.observe.Header;
import weservstatus.observe.Phases;

class ErrorContractTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            nullValues = "-",
            quoteCharacter = '~',
            textBlock =
                    """
                    400 ! application/json                 ! {"status":"error","code":400,"message":"Unable to parse URI"} ! -
                    400 ! application/json; charset=utf-8  ! {"code":400,"message":"Unable to parse URI","status":"error","more":1} ! -
                    404 ! application/json                 ! {"status":"error","code":400,"message":"Unable to parse URI"} ! Expected status 400, but got status 404, {
                    400 ! text/html                        ! {"status":"error","code":400,"message":"Unable to parse URI"} ! Expected an error as application/json, but got one as text/html
                    400 ! application/json                 ! {"status":"error","code":404,"message":"Unable to parse URI"} ! Expected a JSON error with code 400 and a message with "parse" matching Unable.*, but got {
                    400 ! application/json                 ! {"status":"error","code":"400","message":"Unable to parse URI"} ! Expected a JSON error with code 400
                    400 ! application/json                 ! {"status":"fail","code":400,"message":"Unable to parse URI"} ! Expected a JSON error with code 400
                    400 ! application/json                 ! {"status":"error","code":400,"message":""} ! Expected a JSON error with code 400
                    400 ! application/json                 ! {"status":"error","code":400} ! Expected a JSON error with code 400
                    400 ! application/json                 ! {"status":"error","code":400,"message":"Unable"} ! Expected a JSON error with code 400
                    400 ! application/json                 ! {"status":"error","code":400,"message":"It is unable to parse"} ! Expected a JSON error with code 400
                    400 ! application/json                 ! {"status":"error","code":400 ! but got no JSON but "{"status":"error","code":400"
                    400 ! application/json                 ! [] ! but got []
                    """)
    void isHeldAgainstStatusTypeAndBody(
            int status, String type, String body, @Nullable String said) {
        var wanted = new ErrorIs(400, 400, Optional.of("parse"), Optional.of("Unable.*"));

        assertComplaint(judge(wanted, status, type, body, false), said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            nullValues = "-",
            textBlock =
                    """
                    2000000 ! false ! -
                    2000001 ! false ! Expected an answer within 2 s, but got one after 2 s
                    9000000 ! false ! Expected an answer within 2 s, but got one after 9 s
                    9000000 ! true  ! -
                    """)
    void aLimitHoldsForAllPhasesTogetherAndNeverWhenCold(
            long micros, boolean cold, @Nullable String said) {
        var phases = new Phases(micros / 4, 0, 0, micros / 4, micros - 2 * (micros / 4));
        var within = new Within(Duration.ofSeconds(2));

        assertComplaint(findings(within, exchange(phases, cold, 200, "", "")), said);
    }

    private static void assertComplaint(List<Finding> findings, @Nullable String said) {
        Optional<String> message =
                findings.stream()
                        .flatMap(finding -> finding.failure().stream())
                        .map(Failure::message)
                        .findFirst();
        if (said == null) {
            assertThat(message).isEmpty();
        } else {
            assertThat(message.orElse("")).contains(said);
        }
    }

    private static List<Finding> judge(
            Expectation wanted, int status, String type, String body, boolean cold) {
        return findings(wanted, exchange(Phases.NONE, cold, status, type, body));
    }

    private static List<Finding> findings(Expectation wanted, Exchange.Answered exchange) {
        var check = CheckRecipe.get("/").expecting(wanted).build();
        return new Expectations((_, _, _) -> List.of()).judge(check, exchange);
    }

    private static Exchange.Answered exchange(
            Phases phases, boolean cold, int status, String type, String body) {
        var answer =
                new Answer(
                        status,
                        List.of(new Header("content-type", type)),
                        body.getBytes(StandardCharsets.UTF_8),
                        "HTTP/1.1",
                        "127.0.0.1",
                        Optional.empty());
        return new Exchange.Answered(
                "GET",
                URI.create("http://127.0.0.1/"),
                List.of(),
                Instant.EPOCH,
                phases,
                cold,
                answer);
    }
}
