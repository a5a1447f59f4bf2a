package weservstatus.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.check.Expectation;
import weservstatus.check.Expectation.BodyContains;
import weservstatus.check.Expectation.BodySize;
import weservstatus.check.Expectation.CardAsRequested;
import weservstatus.check.Expectation.HeaderAbsent;
import weservstatus.check.Expectation.HeaderEquals;
import weservstatus.check.Expectation.HeaderMatches;
import weservstatus.check.Expectation.HeaderNever;
import weservstatus.check.Expectation.ImageIs;
import weservstatus.check.Expectation.JsonEquals;
import weservstatus.check.Expectation.NotStale;
import weservstatus.check.Expectation.RedirectsTo;
import weservstatus.check.Expectation.StatusIs;
import weservstatus.check.ImageFormat;
import weservstatus.observe.Answer;
import weservstatus.observe.Exchange;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Finding;
import weservstatus.observe.Header;
import weservstatus.observe.Phases;

class ExpectationsTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    200, 200, -
                    200, 404, 'Expected status 200, but got status 404, {"code":404}'
                    204, 200, 'Expected status 204, but got status 200, {"code":404}'
                    """)
    void status(int expected, int actual, String message) {
        Answer answer = answer(actual, "{\"code\":404}", "Content-Type: application/json");

        assertThat(judge(new StatusIs(expected), answer))
                .isEqualTo(failure(FailureReason.STATUS, message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            nullValues = "-",
            textBlock =
                    """
                    X-A: 5        ! x-a ! 5 ! -
                    X-A: 55       ! X-A ! 5 ! Expected X-A: 5, but got X-A: 55
                    X-B: 5        ! X-A ! 5 ! Expected X-A: 5, but got no header X-A
                    X-A: 5|X-A: 5 ! X-A ! 5 ! Expected X-A: 5, but got X-A: 5 and 5
                    X-A: v        ! X-A ! V ! Expected X-A: V, but got X-A: v
                    """)
    void headerEquals(String headers, String name, String value, String message) {
        assertThat(judge(new HeaderEquals(name, value), withHeaders(headers)))
                .isEqualTo(failure(FailureReason.HEADER, message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            nullValues = "-",
            textBlock =
                    """
                    X-A: 512      ! X-A ! \\d+ ! -
                    X-A: 512 B    ! X-A ! \\d+ ! Expected X-A matching \\d+, but got X-A: 512 B
                    X-A: 1|X-A: b ! X-A ! \\d+ ! Expected X-A matching \\d+, but got X-A: 1 and b
                    X-B: 1        ! X-A ! \\d+ ! Expected X-A matching \\d+, but got no header X-A
                    """)
    void headerMatches(String headers, String name, String regex, String message) {
        assertThat(judge(new HeaderMatches(name, regex), withHeaders(headers)))
                .isEqualTo(failure(FailureReason.HEADER, message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            nullValues = "-",
            textBlock =
                    """
                    X-B: 1        ! X-A ! \\d+ ! -
                    x-a: 1 B      ! X-A ! \\d+ ! -
                    x-a: 1        ! X-A ! \\d+ ! Expected no X-A matching \\d+, but got X-A: 1
                    X-A: b|X-A: 1 ! X-A ! \\d+ ! Expected no X-A matching \\d+, but got X-A: b and 1
                    """)
    void headerNever(String headers, String name, String regex, String message) {
        assertThat(judge(new HeaderNever(name, regex), withHeaders(headers)))
                .isEqualTo(failure(FailureReason.HEADER, message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            nullValues = "-",
            textBlock =
                    """
                    X-A: 1                                  ! -
                    X-Cache-Status: HIT                     ! -
                    X-Cache-Status: UPDATING                ! -
                    X-Cache-Status: stale                   ! X-Cache-Status: stale
                    X-Cache-Status: HIT|CF-Cache-Status: STALE ! X-Cache-Status: HIT, CF-Cache-Status: STALE
                    Warning: 110 - "stale"                  ! Warning: 110 - "stale"
                    Warning: 214 - "changed"                ! -
                    Age: 60|Cache-Control: public, max-age=60 ! -
                    Age: 61|Cache-Control: max-age=60, public ! one of age 61 with max-age 60
                    Age: 61                                 ! -
                    """)
    void notStale(String headers, @Nullable String got) {
        @Nullable String message = got == null ? null : "Expected no stale answer, but got " + got;
        assertThat(judge(new NotStale(), withHeaders(headers)))
                .isEqualTo(failure(FailureReason.HEADER, message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            nullValues = "-",
            textBlock =
                    """
                    X-B: 1 ! X-A ! -
                    x-a: 1 ! X-A ! Expected no header X-A, but got X-A: 1
                    """)
    void headerAbsent(String headers, String name, String message) {
        assertThat(judge(new HeaderAbsent(name), withHeaders(headers)))
                .isEqualTo(failure(FailureReason.HEADER, message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            nullValues = "-",
            textBlock =
                    """
                    grüße ! üß ! -
                    hello ! ho ! Expected a body with "ho", but got a body that begins "hello"
                    """)
    void bodyContains(String body, String text, String message) {
        assertThat(judge(new BodyContains(text), answer(200, body)))
                .isEqualTo(failure(FailureReason.BODY, message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            nullValues = "-",
            textBlock =
                    """
                    {"a":{"b":"x"}} ! /a/b ! x    ! -
                    {"a":404}       ! /a   ! 404  ! -
                    {"a":1.50}      ! /a   ! 1.50 ! -
                    {"a":true}      ! /a   ! true ! -
                    {"a":null}      ! /a   ! null ! -
                    [7]             ! /0   ! 7    ! -
                    {"a":500}       ! /a   ! 404  ! but got JSON with /a = 500
                    {"b":1}         ! /a   ! 1    ! but got JSON without /a
                    {"a":[1]}       ! /a   ! 1    ! but got JSON with a structure at /a
                    <html>          ! /a   ! 1    ! but got no JSON but "<html>"
                    {"a":1} x       ! /a   ! 1    ! but got no JSON but "{"a":1} x"
                    """)
    void jsonEquals(String body, String pointer, String value, String message) {
        String whole = "Expected JSON with " + pointer + " = " + value + ", " + message;

        assertThat(judge(new JsonEquals(pointer, value), answer(200, body)))
                .isEqualTo(failure(FailureReason.BODY, message == null ? null : whole));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            nullValues = "-",
            textBlock =
                    """
                    12345 ! 5 ! 5 ! -
                    12345 ! 6 ! 9 ! Expected 6 to 9 bytes, but got 5 bytes
                    12345 ! 0 ! 4 ! Expected 0 to 4 bytes, but got 5 bytes
                    """)
    void bodySize(String body, long min, long max, String message) {
        assertThat(judge(new BodySize(min, max), answer(200, body)))
                .isEqualTo(failure(FailureReason.BODY, message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            nullValues = "-",
            textBlock =
                    """
                    302 ! Location: /a               ! -      ! -
                    302 ! Location: /b               ! HEADER ! but got a redirect to /b
                    302 ! Location: /a|Location: /b  ! HEADER ! but got a redirect to /a and to /b
                    302 ! X-A: 1                     ! STATUS ! but got status 302, no redirect
                    200 ! Location: /a               ! STATUS ! but got status 200, no redirect
                    """)
    void redirectsTo(int status, String headers, FailureReason reason, String message) {
        Answer answer = answer(status, "", headers.split("\\|"));

        Optional<Failure> expected =
                Optional.ofNullable(message)
                        .map(end -> Failure.of(reason, "Expected a redirect to /a, " + end));
        assertThat(judge(new RedirectsTo("/a"), answer)).isEqualTo(expected);
    }

    @Test
    void picturesAreJudgedByTheirOwnJudge() {
        var asked = new ArrayList<Expectation>();
        PictureJudge pictures =
                (check, expectation, answer) -> {
                    asked.add(expectation);
                    return List.of(new Finding("picture", "picture", Optional.empty()));
                };
        var image =
                new ImageIs(
                        ImageFormat.PNG,
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        Expectation.Packing.ANY);
        var check = CheckRecipe.get("/").expecting(image, new CardAsRequested()).build();

        List<Finding> findings = new Expectations(pictures).judge(check, exchange(answer(200, "")));

        assertThat(asked).containsExactly(image, new CardAsRequested());
        assertThat(findings).hasSize(2);
    }

    @Test
    void allAreJudgedInOrderEvenWhenTheFirstFails() {
        var check =
                CheckRecipe.get("/")
                        .expecting(new StatusIs(200), new BodySize(0, 9), new HeaderAbsent("X-A"))
                        .build();

        List<Finding> findings =
                expectations().judge(check, exchange(answer(500, "oops", "X-A: 1")));

        assertThat(findings)
                .extracting(Finding::expected, Finding::actual, f -> f.failure().isPresent())
                .containsExactly(
                        tuple("status 200", "status 500", true),
                        tuple("0 to 9 bytes", "4 bytes", false),
                        tuple("no header X-A", "X-A: 1", true));
    }

    private static Expectations expectations() {
        return new Expectations((check, expectation, answer) -> List.of());
    }

    private static Optional<Failure> judge(Expectation expectation, Answer answer) {
        var check = CheckRecipe.get("/").expecting(expectation).build();
        return expectations().judge(check, exchange(answer)).getFirst().failure();
    }

    private static Optional<Failure> failure(FailureReason reason, @Nullable String message) {
        return Optional.ofNullable(message).map(text -> Failure.of(reason, text));
    }

    private static Exchange.Answered exchange(Answer answer) {
        return new Exchange.Answered(
                "GET",
                URI.create("http://127.0.0.1/"),
                List.of(),
                Instant.EPOCH,
                Phases.NONE,
                false,
                answer);
    }

    private static Answer withHeaders(String headers) {
        return answer(200, "", headers.split("\\|"));
    }

    private static Answer answer(int status, String body, String... headers) {
        List<Header> lines =
                Arrays.stream(headers)
                        .map(line -> line.split(": ", 2))
                        .map(parts -> new Header(parts[0], parts[1]))
                        .toList();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Answer(status, lines, bytes, "HTTP/1.1", "127.0.0.1", Optional.empty());
    }
}
