package weservstatus.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weservstatus.check.Catalogue;
import weservstatus.check.CheckId;
import weservstatus.check.Target;
import weservstatus.config.Loaded;
import weservstatus.config.StatusYaml;
import weservstatus.image.SelfReadingService.Served;
import weservstatus.observe.Attempt;
import weservstatus.observe.Failure;
import weservstatus.observe.Finding;
import weservstatus.observe.StepAttempt;
import weservstatus.probe.Expectations;
import weservstatus.probe.NetworkProber;
import weservstatus.probe.ProbeSettings;

/** The journeys of {@code journeys.yaml} over real sockets against a double. */
class JourneyTest {
    private static final Oracle ORACLE = new Oracle();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cache", "page", "flip", "turn", "sizes", "pixels", "hue", "crop", "avif", "default"
            })
    void passesAtAnHonestService(String check) throws IOException {
        Attempt attempt = run(check, true, JourneyTest::truth);

        assertThat(attempt.failure().map(Failure::message)).isEmpty();
        assertThat(attempt.steps()).noneMatch(step -> step.unproven().isPresent());
    }

    /** What the service makes of requests with these words, and what is said of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    cache  | w=160        | never stores   | step third: Expected an answer from a cache, but got X-Cache-Status: MISS
                    cache  | w=160        | another body   | step first: size
                    page   | w=160        | broken         | step pictures 2: file
                    page   | w=320        | another body   | step pictures 1: size
                    page   | w=160        | no picture     | step pictures 2: Expected status 200
                    flip   | %2F%3Furl    | another body   | step twice: size as of step plain
                    flip   | &flip        | plain          | step once: pixels
                    flip   | &flip        | no picture     | step once: file: no picture but application/json, status 500
                    turn   | %2F%3Furl    | turned once    | step twice: pixels
                    turn   | &flip&flop   | plain          | step after: pixels
                    sizes  | w=160        | turned once    | step small: pixels
                    sizes  | w=160        | plain          | step small: size half of step large
                    sizes  | output=json  | told wrongly   | step facts: width as seen in step large: expected 320, got 640
                    sizes  | output=json  | plain          | step facts: file: no facts: the body is no JSON
                    pixels | l=9          | nearly         | step tight: pixels: expected of step loose, got 1 pixels differ
                    pixels | &ll          | turned once    | step lossless: pixels
                    hue    | hue=420      | plain          | step around: pixels
                    crop   | a=entropy    | centre         | step entropy: pixels: expected other than those of step centre, got 0 pixels differ
                    crop   | a=attention  | plain          | step attention: size as of step centre
                    avif   | output=png   | turned once    | step read-back: colours
                    avif   | output=avif  | broken         | step avif: file
                    avif   | output=png   | no picture     | step read-back: Expected status 200, but got status 500
                    default| nope         | plain          | step missing: Expected status 302, but got status 200
                    """)
    void failsWithTheStepThatFails(String check, String words, String lie, String message)
            throws IOException {
        Attempt attempt =
                run(
                        check,
                        true,
                        (asked, served) -> asked.contains(words) ? told(lie, served) : served);

        assertThat(attempt.failure().map(Failure::message))
                .hasValueSatisfying(said -> assertThat(said).startsWith(message));
        assertThat(attempt.steps().getLast().exchange()).isSameAs(attempt.exchange());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    avif | only the structure is proven
                    flip | mirroring is proven one way only
                    turn | turning is proven one way only
                    """)
    void saysWhatIsNotProvenWhereTheServiceDoesNotReadFromItself(String check, String said)
            throws IOException {
        Attempt attempt = run(check, false, JourneyTest::truth);

        assertThat(attempt.failure()).isEmpty();
        assertThat(attempt.steps())
                .flatExtracting(step -> step.unproven().stream().toList())
                .containsExactly(said);
        assertThat(attempt.findings())
                .extracting(Finding::actual)
                .contains("refused, \"IP address blocked by policy\"; " + said);
    }

    @Test
    void goesOnWithTheStepsThatDoNotBuildOnTheRefusedOne() throws IOException {
        assertThat(run("turn", false, JourneyTest::truth).steps())
                .extracting(StepAttempt::label)
                .containsExactly("plain", "once", "twice", "after");
    }

    @Test
    void takesThePicturesOfThePagesOwnHostInTheirOrderAndNoMoreThanAllowed() throws IOException {
        List<String> asked = new ArrayList<>();

        run(
                "page",
                true,
                (request, served) -> {
                    asked.add(request);
                    return served;
                });

        assertThat(asked)
                .containsExactly(
                        "/",
                        "/?url=origin.test/card.png&w=320",
                        "/?url=origin.test/card.png&w=160",
                        "/?url=origin.test/card.png&w=64");
    }

    @Test
    void theTimeOfAJourneyIsThatOfAllItsRequests() throws IOException {
        Attempt attempt = run("cache", true, JourneyTest::truth);

        assertThat(attempt.phases().totalMicros())
                .isEqualTo(
                        attempt.steps().stream()
                                .mapToLong(step -> step.exchange().phases().totalMicros())
                                .sum());
        assertThat(attempt.started())
                .isEqualTo(attempt.steps().getFirst().exchange().started())
                .isBeforeOrEqualTo(attempt.exchange().started());
    }

    @Test
    void asksNoMoreThanItSaidItWould() throws IOException {
        for (String check : List.of("cache", "flip", "avif", "sizes", "page")) {
            int said = catalogue().find(new CheckId(check)).orElseThrow().turnRequests();

            assertThat(
                            run(check, true, JourneyTest::truth).steps().stream()
                                    .filter(step -> hasQuery(step) && !isKept(step)))
                    .hasSize(said);
        }
    }

    /** Two caches that take turns keep a picture when the fourth request for it comes. */
    @Test
    void asksSeveralCachesAgainButNoOtherFailure() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        Attempt lucky =
                run(
                        "cache",
                        true,
                        (request, served) ->
                                served.cache(asked.incrementAndGet() < 5 ? "MISS" : "HIT"));
        assertThat(lucky.failure()).isEmpty();
        assertThat(asked).hasValue(5);

        AtomicInteger wrong = new AtomicInteger();
        Attempt broken =
                run(
                        "cache",
                        true,
                        (request, served) ->
                                wrong.incrementAndGet() < 3
                                        ? served
                                        : served.cache("MISS").body(half(served.body())));
        assertThat(broken.failure()).isPresent();
        assertThat(wrong).hasValue(3);
    }

    private static Served truth(String asked, Served served) {
        return served;
    }

    private static boolean isKept(StepAttempt step) {
        return step.exchange().answered().orElseThrow().headers().stream()
                .anyMatch(header -> header.value().equals("HIT"));
    }

    private static boolean hasQuery(StepAttempt step) {
        return step.exchange().url().getRawQuery() != null;
    }

    private static Served told(String lie, Served served) {
        return switch (lie) {
            case "never stores" -> served.cache("MISS");
            case "broken" -> served.body(half(served.body()));
            case "another body" -> served.body(recorded("card.png&w=64&output=png"));
            case "plain" -> new Served(200, "image/png", "", recorded("card.png&w=320&output=png"));
            case "turned once" -> redrawn(served, picture -> picture.turned(2));
            case "centre" -> served.body(recorded("card.png&w=120&h=240&fit=cover&a=center"));
            case "nearly" ->
                    redrawn(
                            served,
                            picture ->
                                    Mutants.painted(picture, new Area(9, 9, 10, 10), 0xff123456));
            case "told wrongly" ->
                    served.body(
                            new String(served.body(), StandardCharsets.UTF_8)
                                    .replace("320", "640")
                                    .getBytes(StandardCharsets.UTF_8));
            case "no picture" ->
                    new Served(
                            500,
                            "application/json",
                            "",
                            "{\"status\":\"error\"}".getBytes(StandardCharsets.UTF_8));
            default -> throw new AssertionError(lie);
        };
    }

    private static byte[] half(byte[] body) {
        return Arrays.copyOf(body, body.length / 2);
    }

    private static byte[] recorded(String request) {
        return Recording.of(request).bytes();
    }

    /** As another picture, in PNG. */
    private static Served redrawn(Served served, UnaryOperator<Raster> change) {
        byte[] png = Mutants.encoded(change.apply(SelfReadingService.raster(served.body())), "png");
        return new Served(200, "image/png", served.cache(), png);
    }

    private static Attempt run(
            String check, boolean readsItself, BiFunction<String, Served, Served> lie)
            throws IOException {
        try (var service = new SelfReadingService(readsItself, lie)) {
            Catalogue catalogue = catalogue();
            Target written = catalogue.targets().getFirst();
            Target target = new Target(written.id(), URI.create(service.url()), written.origin());
            var prober =
                    new NetworkProber(
                            ProbeSettings.standard("weserv-status/test"),
                            new Expectations(ORACLE::judge),
                            ORACLE::compare);
            return prober.probe(
                    catalogue.find(new CheckId(check)).orElseThrow(),
                    target,
                    Duration.ofSeconds(30));
        }
    }

    private static Catalogue catalogue() throws IOException {
        try (InputStream in = JourneyTest.class.getResourceAsStream("/journeys.yaml")) {
            String text =
                    new String(
                            Optional.ofNullable(in).orElseThrow().readAllBytes(),
                            StandardCharsets.UTF_8);
            return switch (StatusYaml.load("journeys.yaml", text)) {
                case Loaded.Valid valid -> valid.catalogue();
                case Loaded.Invalid invalid -> throw new AssertionError(invalid.faults());
            };
        }
    }
}
