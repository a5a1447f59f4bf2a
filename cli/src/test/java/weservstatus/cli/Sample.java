package weservstatus.cli;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.CheckId;
import weservstatus.local.OneLook.Seen;
import weservstatus.observe.Answer;
import weservstatus.observe.Attempt;
import weservstatus.observe.Controls;
import weservstatus.observe.Exchange;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Finding;
import weservstatus.observe.Header;
import weservstatus.observe.Phase;
import weservstatus.observe.Phases;
import weservstatus.observe.TlsFacts;
import weservstatus.verdict.Sides;

/** Things that were seen, for tests of what is said about them. */
final class Sample {
    static final Instant STARTED = Instant.parse("2026-11-23T21:30:00Z");
    private static final Phases PHASES = new Phases(1_000, 2_000, 3_000, 80_000, 4_321);

    private Sample() {}

    static Path demoConfiguration() {
        return CommandRun.HOME.resolve("local/src/main/resources/demo/status.yaml");
    }

    static Catalogue catalogue() {
        return TargetOptions.read(demoConfiguration());
    }

    static Check check(String id) {
        return catalogue().find(new CheckId(id)).orElseThrow();
    }

    /** The home page, as it should be. */
    static Seen passed() {
        return answered("home", 200, List.of(held("status 200"), held("type"), held("mark")));
    }

    /** The quota page, with an answer that is not as expected. */
    static Seen failed(String message) {
        Failure failure = Failure.of(FailureReason.BODY, message);
        return answered(
                "quota",
                200,
                List.of(
                        held("status 200"),
                        new Finding(
                                "a body with \"remaining\"",
                                "\"<nothing>\"",
                                Optional.of(failure))));
    }

    /** The refusal of a POST, of which we know nothing: a rate limit stood before it. */
    static Seen blocked() {
        Failure failure = Failure.of(FailureReason.STATUS, "status: expected 405, got 429");
        return answered(
                "post", 429, List.of(new Finding("status 405", "429", Optional.of(failure))));
    }

    /** The home page, which nobody answered. */
    static Seen refused() {
        Failure failure = Failure.in(Phase.CONNECT, FailureReason.CONNECT, "connection refused");
        return seen(
                "home",
                new Exchange.Broken("GET", url("/"), headers(), STARTED, PHASES, false, failure),
                List.of());
    }

    private static Finding held(String expected) {
        return new Finding(expected, "as expected", Optional.empty());
    }

    private static Seen answered(String id, int status, List<Finding> findings) {
        return seen(
                id,
                new Exchange.Answered(
                        "GET", url("/" + id), headers(), STARTED, PHASES, false, answer(status)),
                findings);
    }

    private static Seen seen(String id, Exchange exchange, List<Finding> findings) {
        Check check = check(id);
        Attempt attempt = new Attempt(check.id(), exchange, findings);
        return new Seen(check, Optional.of(attempt), Sides.judge(attempt, check, Controls.NONE));
    }

    private static URI url(String path) {
        return URI.create("https://images.example.org" + path);
    }

    private static List<Header> headers() {
        return List.of(
                new Header("Host", "images.example.org"), new Header("User-Agent", "it's us"));
    }

    private static Answer answer(int status) {
        return new Answer(
                status,
                List.of(
                        new Header("Content-Type", "application/json"),
                        new Header("X-Images-Api", "5")),
                "{}".getBytes(StandardCharsets.UTF_8),
                "HTTP/1.1",
                "192.0.2.7",
                Optional.of(
                        new TlsFacts(
                                "TLSv1.3",
                                "TLS_AES_128_GCM_SHA256",
                                Instant.parse("2027-01-01T00:00:00Z"),
                                List.of("CN=images.example.org"))));
    }
}
