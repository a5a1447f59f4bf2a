package weservstatus.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.check.AddressFamily;
import weservstatus.check.CachePath;
import weservstatus.check.CheckId;
import weservstatus.check.ComponentId;
import weservstatus.check.Expectation;
import weservstatus.check.HttpCheck;
import weservstatus.check.HttpMethod;
import weservstatus.check.HttpVersion;
import weservstatus.check.ImageRequest;
import weservstatus.check.Schedule;
import weservstatus.check.TargetId;
import weservstatus.observe.Answer;
import weservstatus.observe.Finding;
import weservstatus.observe.Header;

/** One recorded exchange with a real instance. */
record Recording(
        String group, String method, String request, int status, List<Header> headers, Path body) {
    private static final Path ROOT = Path.of(System.getProperty("repository.root"));
    private static final Path DEMO = ROOT.resolve("local/src/main/resources/demo");
    private static final Path MATRIX = ROOT.resolve("functions/probe/src/test/resources/recorded");

    /** The demo's exchanges. */
    static Stream<Recording> index() {
        return read(DEMO.resolve("index.jsonl"));
    }

    /** The wide set: all of them honest pictures. */
    static Stream<Recording> matrix() {
        return read(MATRIX.resolve("matrix.jsonl"));
    }

    /** The exchange of a request to the card, such as {@code card.png&w=320}. */
    static Recording of(String request) {
        return ofPath("/?url={origin}/" + request);
    }

    /** The first exchange of a path and query. */
    static Recording ofPath(String path) {
        return Stream.concat(index(), matrix())
                .filter(recording -> recording.request().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not recorded: " + path));
    }

    private static Stream<Recording> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(JsonMapper.shared()::readTree)
                    .filter(json -> !json.path("body").isNull() && json.has("body"))
                    .map(Recording::of);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Recording of(JsonNode json) {
        List<Header> headers = new ArrayList<>();
        for (JsonNode header : json.required("headers")) {
            headers.add(new Header(header.required(0).asString(), header.required(1).asString()));
        }
        String body = json.required("body").asString();
        Path shared = DEMO.resolve(body);
        return new Recording(
                json.required("group").asString(),
                json.required("method").asString(),
                json.required("request").asString(),
                json.required("status").asInt(),
                headers,
                Files.exists(shared) ? shared : MATRIX.resolve(body));
    }

    /** Whether the service was asked for a picture of the test card and gave one. */
    boolean showsCard() {
        return status == 200
                && method.equals("GET")
                && ImageRequest.of(request).flatMap(ImageRequest::picture).isPresent();
    }

    /** The same answer to another request. */
    Recording asking(String other) {
        return new Recording(group, method, other, status, headers, body);
    }

    byte[] bytes() {
        try {
            return Files.readAllBytes(body);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Answer answer() {
        return answer(bytes());
    }

    /** The recorded headers with another body. */
    Answer answer(byte[] other) {
        return new Answer(status, headers, other, "HTTP/1.1", "127.0.0.1", Optional.empty());
    }

    List<Finding> judged(Oracle oracle, Answer answer) {
        return oracle.judge(check(), new Expectation.CardAsRequested(), answer);
    }

    /** What the oracle has against the answer, one line for each failed finding. */
    String complaint(Oracle oracle, Answer answer) {
        List<String> failures = new ArrayList<>();
        for (Finding finding : judged(oracle, answer)) {
            finding.failure().ifPresent(failure -> failures.add(failure.message()));
        }
        return String.join("\n", failures);
    }

    HttpCheck check() {
        return new HttpCheck(
                new CheckId("recorded"),
                "Recorded",
                "",
                new ComponentId("images"),
                new TargetId("recorded"),
                HttpMethod.GET,
                request,
                Map.of(),
                AddressFamily.ANY,
                HttpVersion.HTTP_1_1,
                0,
                new Schedule(Duration.ofMinutes(1), 0),
                Duration.ofSeconds(10),
                Optional.empty(),
                true,
                CachePath.MISS,
                List.of(new Expectation.CardAsRequested()),
                false);
    }

    /** The pixels of a still as a raster. */
    Raster raster() throws UnreadableException {
        Bytes bytes = new Bytes(bytes());
        PictureFacts facts = PictureFile.read(PictureFile.formatOf(bytes).orElseThrow(), bytes);
        return new PixelDecoder().frames(facts, bytes).getFirst();
    }

    @Override
    public String toString() {
        return group + " " + request;
    }
}
