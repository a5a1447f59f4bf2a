package weservstatus.verdict;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import weservstatus.check.CachePath;
import weservstatus.check.CheckId;
import weservstatus.check.ComponentId;
import weservstatus.check.Expectation;
import weservstatus.check.HttpCheck;
import weservstatus.check.Schedule;
import weservstatus.check.TargetId;
import weservstatus.observe.Answer;
import weservstatus.observe.Attempt;
import weservstatus.observe.ControlState;
import weservstatus.observe.Controls;
import weservstatus.observe.Exchange;
import weservstatus.observe.Failure;
import weservstatus.observe.Finding;
import weservstatus.observe.Header;
import weservstatus.observe.Phases;

/** Attempts at one check, each as the service, its CDN or the network would have it. */
final class Answers {
    private Answers() {}

    private static final String UNRESOLVABLE =
            "The hostname of the origin is unresolvable (DNS) or blocked by policy.";

    /** Bodies by a short name; what the service and its CDN really send. */
    static String body(String name) {
        return switch (name) {
            case "unresolvable" -> error(UNRESOLVABLE);
            case "timed-out" -> error("The requested URL timed out.");
            case "origin-500" -> error("The requested URL returned error: 500");
            case "not-image" -> error("Invalid or unsupported image format. Is it a valid image?");
            case "unreadable" -> error("Image not readable. Is it a valid image?");
            case "redirects" -> error("Will not follow more than 10 redirects");
            case "bad-uri" -> error("Unable to parse URI");
            case "broken" -> error("Something's wrong! It looks as though we've broken something");
            case "page" -> "<html><title>502 Bad Gateway</title></html>";
            case "challenge" -> "<html><title>Just a moment...</title></html>";
            case "picture" -> "\u0089PNG";
            default -> throw new IllegalArgumentException(name);
        };
    }

    static String error(String message) {
        return "{\"status\":\"error\",\"code\":404,\"message\":\"" + message + "\"}";
    }

    static HttpCheck card(int status) {
        return check("/?url={origin}/card.png&w=300&nonce={nonce}", status);
    }

    static HttpCheck check(String path, int status) {
        HttpCheck check =
                Scene.check(
                        "it",
                        new ComponentId("all"),
                        new Schedule(Duration.ofMinutes(1), 0),
                        true,
                        CachePath.MISS,
                        path);
        return new HttpCheck(
                check.id(),
                check.name(),
                check.why(),
                check.component(),
                check.target(),
                check.method(),
                check.path(),
                check.headers(),
                check.family(),
                check.version(),
                check.redirects(),
                check.schedule(),
                check.timeout(),
                check.slowAfter(),
                check.vital(),
                check.cachePath(),
                List.of(new Expectation.StatusIs(status)),
                false);
    }

    static Controls controls(ControlState provider, ControlState origin) {
        TreeMap<TargetId, ControlState> origins = new TreeMap<>();
        origins.put(Scene.TARGET, origin);
        return new Controls(provider, origins);
    }

    static Answer answer(int status, String type, String body, String marks) {
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("content-type", mediaType(type)));
        if (marks.contains("api")) {
            headers.add(new Header("x-images-api", "5"));
            headers.add(new Header("X-Cache-Status", "MISS"));
        }
        if (marks.contains("ray") || marks.contains("mitigated")) {
            headers.add(new Header("CF-RAY", "9a1b2c3d4e5f-HEL"));
        }
        if (marks.contains("mitigated")) {
            headers.add(new Header("cf-mitigated", "challenge"));
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Answer(status, headers, bytes, "HTTP/1.1", "192.0.2.1", Optional.empty());
    }

    static String mediaType(String type) {
        return switch (type) {
            case "json" -> "application/json";
            case "png" -> "image/png";
            case "text" -> "text/plain; charset=UTF-8";
            default -> "text/html; charset=UTF-8";
        };
    }

    static Finding good() {
        return new Finding("as expected", "as expected", Optional.empty());
    }

    static Attempt held(Answer answer) {
        return attempt(answered(answer, Phases.NONE, false), List.of(good()));
    }

    static Attempt answered(Answer answer, Failure failure) {
        return attempt(
                answered(answer, Phases.NONE, false),
                List.of(new Finding("something", "something else", Optional.of(failure))));
    }

    static Exchange answered(Answer answer, Phases phases, boolean cold) {
        return new Exchange.Answered(
                "GET",
                URI.create("http://localhost/"),
                List.of(),
                Scene.START,
                phases,
                cold,
                answer);
    }

    static Attempt broken(Failure failure) {
        return attempt(
                new Exchange.Broken(
                        "GET",
                        URI.create("http://localhost/"),
                        List.of(),
                        Scene.START,
                        Phases.NONE,
                        false,
                        failure),
                List.of());
    }

    static Attempt attempt(Exchange exchange, List<Finding> findings) {
        return new Attempt(new CheckId("it"), exchange, findings);
    }
}
