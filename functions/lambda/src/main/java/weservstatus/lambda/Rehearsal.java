package weservstatus.lambda;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weservstatus.api.Response;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.CheckId;
import weservstatus.check.ComponentId;
import weservstatus.check.Expectation;
import weservstatus.check.HttpCheck;
import weservstatus.store.Table;

/**
 * One event for each function, played before the first real one so that this finds everything
 * loaded. What a function reads is real; what it writes or sends ends in a {@link Stage}.
 */
final class Rehearsal {
    static final String ID = "rehearsal";
    private static final int REFUSED = 400;

    private static final String CALLER =
            ", \"authorizer\": {\"iam\": {\"userArn\": \"arn:aws:iam::000000000000:user/rehearsal\"}}";

    private Rehearsal() {}

    /** Reads the last hour, and asks for a page and a picture, which come from the stage. */
    static void probe(ProbeRuns probe) {
        probe.rehearse(ID);
    }

    static void review(StreamReview review) {
        Table.Key none = new Table.Key("round#" + ID, ID);
        review.run(new ReviewEvent(List.of(new ReviewEvent.Change("", none))), ID);
    }

    static void rollUp(HourlyRun hourly) {
        hourly.run(Instant.now(), ID);
    }

    static void notification(Notification notification) {
        notification.rehearse(ID);
    }

    static void statusApi(StatusApi api) {
        ApiEvent.write(api.answer(ApiEvent.read(event("GET", "/api/v1/status", "", "", "")), ID));
    }

    static void adminApi(AdminApi api) {
        String body = incident(api.anyComponent());
        InputStream event = event("POST", "/api/v1/admin/incidents", "", CALLER, body);
        Response response = api.answer(ApiEvent.read(event), ID);
        ApiEvent.write(response);
        if (response.status() >= REFUSED) {
            throw new IllegalStateException(
                    "the rehearsal was refused: "
                            + new String(response.body(), StandardCharsets.UTF_8));
        }
    }

    private static String incident(ComponentId component) {
        return ", \"body\": \"{\\\"title\\\": \\\"A rehearsal\\\", \\\"impact\\\": \\\"minor\\\", \\\"updates\\\": [{\\\"status\\\": \\\"investigating\\\", \\\"body\\\": \\\"Nobody sees it.\\\", \\\"components\\\": {\\\"%s\\\": \\\"degraded_performance\\\"}}]}\""
                .formatted(component);
    }

    /** A call that nobody waits for, and one that is kept. */
    static void intake(Intake intake) {
        intake.rehearse();
        InputStream event = event("GET", "/api/push/no-such-token", "status=up&ping=1", "", "");
        ApiEvent.write(intake.answer(ApiEvent.read(event), ID));
    }

    private static InputStream event(
            String method, String path, String query, String caller, String body) {
        String json =
                """
                {"version": "2.0", "rawPath": "%s", "rawQueryString": "%s",
                 "headers": {"accept": "application/json", "content-type": "application/json", "accept-encoding": "gzip", "idempotency-key": "rehearsal"},
                 "requestContext": {"http": {"method": "%s", "path": "%s"}%s}, "isBase64Encoded": false%s}
                """
                        .formatted(path, query, method, path, caller, body);
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    /** One check for a page and one for a picture, where there are such. */
    static Set<CheckId> some(Catalogue catalogue) {
        List<HttpCheck> asking =
                catalogue.active().stream()
                        .filter(HttpCheck.class::isInstance)
                        .map(HttpCheck.class::cast)
                        .toList();
        Optional<HttpCheck> page =
                asking.stream().filter(check -> !isAboutPicture(check)).findFirst();
        Optional<HttpCheck> picture = asking.stream().filter(Rehearsal::isAboutPicture).findFirst();
        return Stream.of(page, picture)
                .flatMap(Optional::stream)
                .map(Check::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isAboutPicture(HttpCheck check) {
        return check.expectations().stream()
                .anyMatch(expectation ->
                        expectation instanceof Expectation.ImageIs
                                || expectation instanceof Expectation.CardAsRequested);
    }
}
