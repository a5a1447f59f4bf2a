package weservstatus.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static weservstatus.verdict.Answers.answer;
import static weservstatus.verdict.Answers.answered;
import static weservstatus.verdict.Answers.attempt;
import static weservstatus.verdict.Answers.body;
import static weservstatus.verdict.Answers.broken;
import static weservstatus.verdict.Answers.card;
import static weservstatus.verdict.Answers.check;
import static weservstatus.verdict.Answers.controls;
import static weservstatus.verdict.Answers.error;
import static weservstatus.verdict.Answers.good;
import static weservstatus.verdict.Answers.held;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.check.HttpCheck;
import weservstatus.observe.Answer;
import weservstatus.observe.Attempt;
import weservstatus.observe.ControlState;
import weservstatus.observe.Controls;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Header;
import weservstatus.observe.Observation;
import weservstatus.observe.Phase;
import weservstatus.observe.Phases;
import weservstatus.observe.Result;
import weservstatus.observe.Side;

class SidesTest {

    @ParameterizedTest(name = "{0} {1} {2} [{3}] provider {4} origin {5} -> {6}, {7}")
    @CsvSource(
            textBlock =
                    """
                    # status, type, body, headers, provider, origin, result, side
                    # A rate limit or ban says nothing about the service.
                    429, html, page, api, PASSED, PASSED, BLOCKED, BLOCKED
                    429, html, page, ray, PASSED, PASSED, BLOCKED, BLOCKED
                    403, html, page, ray, PASSED, PASSED, BLOCKED, BLOCKED
                    403, html, page, api, NONE, NONE, BLOCKED, BLOCKED
                    403, text, page, ray, NONE, NONE, BLOCKED, BLOCKED
                    429, html, page, api, PASSED, FAILED, BLOCKED, BLOCKED
                    403, html, challenge, mitigated, PASSED, PASSED, BLOCKED, BLOCKED
                    503, html, challenge, ray, PASSED, PASSED, BLOCKED, BLOCKED
                    200, html, challenge, mitigated, PASSED, PASSED, BLOCKED, BLOCKED
                    200, html, challenge, ray, PASSED, PASSED, BLOCKED, BLOCKED
                    # A page that only talks like one, from the service itself, is not.
                    200, html, challenge, api, PASSED, PASSED, FAILED, SERVICE
                    503, html, challenge, '', PASSED, PASSED, FAILED, EDGE
                    # The service names the origin.
                    404, json, unresolvable, api, PASSED, FAILED, FAILED, ORIGIN
                    404, json, timed-out, api, PASSED, FAILED, FAILED, ORIGIN
                    404, json, origin-500, api, PASSED, FAILED, FAILED, ORIGIN
                    404, json, not-image, api, PASSED, FAILED, FAILED, ORIGIN
                    404, json, unreadable, api, PASSED, FAILED, FAILED, ORIGIN
                    404, json, redirects, api, PASSED, FAILED, FAILED, ORIGIN
                    404, json, unresolvable, '', NONE, FAILED, FAILED, ORIGIN
                    302, json, unresolvable, api, NONE, FAILED, FAILED, ORIGIN
                    404, json, unresolvable, api, PASSED, PASSED, FAILED, SERVICE
                    404, json, timed-out, api, PASSED, NONE, FAILED, SERVICE
                    # Other errors are its own, whatever the origin does.
                    400, json, bad-uri, api, PASSED, FAILED, FAILED, SERVICE
                    500, json, broken, api, PASSED, FAILED, FAILED, SERVICE
                    200, text, unresolvable, api, PASSED, FAILED, FAILED, SERVICE
                    # The tier behind the front is dead: the front answers with its own mark.
                    502, html, page, api, PASSED, PASSED, FAILED, SERVICE
                    503, html, page, api, PASSED, PASSED, FAILED, SERVICE
                    504, html, page, api, NONE, NONE, FAILED, SERVICE
                    502, html, page, api, PASSED, FAILED, FAILED, SERVICE
                    # The front itself is not there.
                    502, html, page, '', PASSED, PASSED, FAILED, EDGE
                    520, html, page, ray, PASSED, PASSED, FAILED, EDGE
                    522, text, page, ray, PASSED, PASSED, FAILED, EDGE
                    526, html, page, ray, NONE, NONE, FAILED, EDGE
                    404, html, page, ray, PASSED, PASSED, FAILED, EDGE
                    # Wrong content.
                    200, png, picture, api, PASSED, PASSED, FAILED, SERVICE
                    200, html, page, api, PASSED, PASSED, FAILED, SERVICE
                    200, html, page, ray, PASSED, PASSED, FAILED, EDGE
                    302, html, page, '', PASSED, PASSED, FAILED, EDGE
                    404, html, page, api, PASSED, PASSED, FAILED, SERVICE
                    200, png, picture, api, PASSED, FAILED, FAILED, SERVICE
                    # A blind monitor holds nothing against anybody.
                    429, html, page, api, FAILED, PASSED, SELF_FAULT, MONITOR
                    404, json, unresolvable, api, FAILED, FAILED, SELF_FAULT, MONITOR
                    502, html, page, api, FAILED, PASSED, SELF_FAULT, MONITOR
                    522, html, page, ray, FAILED, PASSED, SELF_FAULT, MONITOR
                    200, png, picture, api, FAILED, PASSED, SELF_FAULT, MONITOR
                    """)
    void findsTheSideOfAWrongAnswer(
            int status,
            String type,
            String body,
            String headers,
            ControlState provider,
            ControlState origin,
            Result result,
            Side side) {
        Answer answer = answer(status, type, body(body), headers);
        Failure failure = Failure.of(FailureReason.BODY, "not as expected");

        Observation seen =
                Sides.judge(answered(answer, failure), card(200), controls(provider, origin));

        assertThat(seen.result()).isEqualTo(result);
        assertThat(seen.side()).contains(side);
        assertThat(seen.failure().orElseThrow().reason()).isEqualTo(failure.reason());
        assertThat(seen.failure().orElseThrow().message()).endsWith(failure.message());
        assertThat(seen.status()).isEqualTo(OptionalInt.of(status));
    }

    @ParameterizedTest(name = "{0} in {1} provider {2} origin {3} -> {4}, {5}")
    @CsvSource(
            textBlock =
                    """
                    # reason, phase, provider, origin, result, side
                    # Nothing of the service was reached.
                    DNS, DNS, PASSED, PASSED, FAILED, EDGE
                    DNS, DNS, NONE, NONE, FAILED, EDGE
                    TIMEOUT, DNS, PASSED, PASSED, FAILED, EDGE
                    CONNECT, CONNECT, PASSED, PASSED, FAILED, EDGE
                    TIMEOUT, CONNECT, PASSED, PASSED, FAILED, EDGE
                    RESET, CONNECT, PASSED, PASSED, FAILED, EDGE
                    TLS, TLS, PASSED, PASSED, FAILED, EDGE
                    TIMEOUT, TLS, PASSED, FAILED, FAILED, EDGE
                    RESET, TLS, PASSED, PASSED, FAILED, EDGE
                    TIMEOUT, , PASSED, PASSED, FAILED, EDGE
                    RESET, , PASSED, PASSED, FAILED, EDGE
                    # The connection stood.
                    TIMEOUT, FIRST_BYTE, PASSED, PASSED, FAILED, SERVICE
                    TIMEOUT, FIRST_BYTE, NONE, NONE, FAILED, SERVICE
                    RESET, FIRST_BYTE, PASSED, PASSED, FAILED, SERVICE
                    TIMEOUT, TRANSFER, PASSED, FAILED, FAILED, SERVICE
                    RESET, TRANSFER, PASSED, PASSED, FAILED, SERVICE
                    PROTOCOL, FIRST_BYTE, PASSED, PASSED, FAILED, SERVICE
                    TOO_LARGE, TRANSFER, PASSED, PASSED, FAILED, SERVICE
                    # The service waits for an origin that is down.
                    TIMEOUT, FIRST_BYTE, PASSED, FAILED, FAILED, ORIGIN
                    RESET, FIRST_BYTE, PASSED, FAILED, FAILED, SERVICE
                    # A blind monitor.
                    DNS, DNS, FAILED, FAILED, SELF_FAULT, MONITOR
                    CONNECT, CONNECT, FAILED, NONE, SELF_FAULT, MONITOR
                    TIMEOUT, FIRST_BYTE, FAILED, PASSED, SELF_FAULT, MONITOR
                    """)
    void findsTheSideOfAMissingAnswer(
            FailureReason reason,
            Phase phase,
            ControlState provider,
            ControlState origin,
            Result result,
            Side side) {
        Failure failure = new Failure(reason, Optional.ofNullable(phase), "it broke");

        Observation seen = Sides.judge(broken(failure), card(200), controls(provider, origin));

        assertThat(seen.result()).isEqualTo(result);
        assertThat(seen.side()).contains(side);
        assertThat(seen.status()).isEmpty();
        assertThat(seen.address()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "200, api mitigated, A challenge for browsers in place of an answer: no header",
        "429, api, The rate is limited: no header",
        "403, ray, The access is forbidden: no header",
        "502, api, no header"
    })
    void saysFirstThatWeWereKeptOut(int status, String marks, String message) {
        Failure failure = Failure.of(FailureReason.HEADER, "no header");

        Observation seen =
                Sides.judge(
                        answered(answer(status, "html", "page", marks), failure),
                        card(200),
                        Controls.NONE);

        assertThat(seen.failure()).contains(Failure.of(FailureReason.HEADER, message));
    }

    @Test
    void callsAHostWithoutARouteFromHereTheMonitorsFault() {
        Failure failure =
                Failure.in(Phase.CONNECT, FailureReason.CONNECT, "Network is unreachable");

        assertThat(Sides.judge(broken(failure), card(200), Controls.NONE).result())
                .isEqualTo(Result.SELF_FAULT);
    }

    @Test
    void holdsTheOriginAgainstNobodyWhoDoesNotUseIt() {
        Answer answer = answer(404, "json", body("unresolvable"), "api");
        HttpCheck check = check("/?url=elsewhere.example/x.jpg", 200);

        Observation seen =
                Sides.judge(
                        answered(answer, Failure.of(FailureReason.STATUS, "404")),
                        check,
                        controls(ControlState.PASSED, ControlState.FAILED));

        assertThat(seen.side()).contains(Side.SERVICE);
    }

    @Test
    void acceptsARefusalThatTheCheckExpects() {
        Answer refusal = answer(403, "json", error("no"), "api");

        assertThat(Sides.judge(held(refusal), card(403), Controls.NONE).result())
                .isEqualTo(Result.PASSED);
        assertThat(
                        Sides.judge(
                                        answered(refusal, Failure.of(FailureReason.BODY, "no")),
                                        card(403),
                                        Controls.NONE)
                                .side())
                .contains(Side.SERVICE);
    }

    @ParameterizedTest
    @CsvSource({
        "1999, false, PASSED",
        "2000, false, PASSED",
        "2001, false, SLOW",
        "2001, true, PASSED"
    })
    void callsAGoodAnswerSlowBeyondTheLimitUnlessTheProcessIsCold(
            long millis, boolean cold, Result result) {
        Answer answer = answer(200, "png", body("picture"), "api");
        Phases phases = new Phases(0, 0, 0, millis * 1_000, 0);
        Attempt attempt = attempt(answered(answer, phases, cold), List.of(good()));

        Observation seen =
                Sides.judge(attempt, card(200), controls(ControlState.FAILED, ControlState.NONE));

        assertThat(seen.result()).isEqualTo(result);
        assertThat(seen.cold()).isEqualTo(cold);
    }

    @Test
    void neverCallsAnAnswerGoodThatNobodyLookedAt() {
        Answer answer = answer(200, "png", body("picture"), "api");

        Observation seen =
                Sides.judge(
                        attempt(answered(answer, Phases.NONE, false), List.of()),
                        card(200),
                        Controls.NONE);

        assertThat(seen.result()).isEqualTo(Result.SELF_FAULT);
    }

    @Test
    void keepsWhereTheAnswerCameFrom() {
        Answer answer = answer(200, "png", "12345", "api ray");

        Observation seen = Sides.judge(held(answer), card(200), Controls.NONE);

        assertThat(seen.edge()).isEqualTo("HEL");
        assertThat(seen.cacheStatus()).isEqualTo("MISS");
        assertThat(seen.address()).isEqualTo("192.0.2.1");
        assertThat(seen.bytes()).isEqualTo(5);
        assertThat(seen.started()).isEqualTo(Scene.START);
    }

    @Test
    void cutsMarksThatAreTooLongToKeep() {
        Answer answer =
                new Answer(
                        200,
                        List.of(new Header("x-cache-status", "M".repeat(8_000))),
                        new byte[0],
                        "HTTP/1.1",
                        "192.0.2.1",
                        Optional.empty());

        assertThat(Sides.judge(held(answer), card(200), Controls.NONE).cacheStatus()).hasSize(40);
    }
}
