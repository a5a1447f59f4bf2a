package weservstatus.document;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import weservstatus.check.CachePath;
import weservstatus.status.CheckReport;
import weservstatus.status.CheckReport.Question;
import weservstatus.status.CheckReport.Rhythm;
import weservstatus.status.CheckReport.Seen;
import weservstatus.status.CheckReports.Instance;
import weservstatus.status.StatusSnapshot;

/** {@code /api/v1/checks} and {@code /api/v1/checks/{id}}: what is asked and what came of it. */
final class ChecksJson {
    private ChecksJson() {}

    /** All of them, without single results. */
    static byte[] all(StatusSnapshot snapshot) {
        return Json.document(json -> {
            moment(json, snapshot);
            json.objects("instances", snapshot.asked().instances(), ChecksJson::instance);
            json.objects("checks", snapshot.asked().checks(), ChecksJson::check);
        });
    }

    /** One of them. */
    static Rendered of(StatusSnapshot snapshot, CheckReport report) {
        byte[] json =
                Json.document(one -> {
                    moment(one, snapshot);
                    one.object(
                            "check",
                            check -> {
                                check(check, report);
                                check.text("componentName", componentName(snapshot, report));
                                check.objects("seen", report.seen(), ChecksJson::seen);
                            });
                });
        return WholeDocument.of(json, Documents.JSON, Documents.CACHED_LONG);
    }

    private static void moment(Json json, StatusSnapshot snapshot) {
        json.object("page", page -> page.text("name", snapshot.page().name()));
        json.text("generatedAt", Times.seconds(snapshot.generatedAt()));
        json.text("dataThrough", snapshot.dataThrough().map(Times::seconds));
        json.objects("places", snapshot.places(), StatusJson::place);
    }

    private static String componentName(StatusSnapshot snapshot, CheckReport report) {
        return snapshot.components().stream()
                .map(state -> state.component())
                .filter(component -> component.id().equals(report.component()))
                .map(component -> component.name())
                .findFirst()
                .orElse(report.component().value());
    }

    private static void instance(Json json, Instance instance) {
        json.text("id", instance.id());
        json.text("url", instance.url().toASCIIString());
        json.text("origin", instance.origin().map(origin -> origin.toASCIIString()));
    }

    private static void check(Json json, CheckReport report) {
        json.text("id", report.id());
        json.text("name", report.name());
        json.text("why", report.why());
        json.text("component", report.component().value());
        question(json, report.question());
        rhythm(json, report.rhythm());
        json.text("state", report.state());
        json.text("since", report.since().map(Times::seconds));
        json.text("off", report.off());
    }

    private static void question(Json json, Question question) {
        json.text("kind", question.kind());
        json.text("instance", question.instance());
        json.texts("asks", question.asks());
        json.texts("asserts", question.asserts());
    }

    private static void rhythm(Json json, Rhythm rhythm) {
        json.number("everySeconds", rhythm.every().toSeconds());
        json.number("timeoutMillis", rhythm.timeout().toMillis());
        json.number("slowAfterMillis", whole(rhythm.slowAfter()));
        json.flag("vital", rhythm.vital());
        json.text("path", path(rhythm.path()));
    }

    private static OptionalInt whole(Optional<Duration> limit) {
        return limit.map(length -> OptionalInt.of((int) length.toMillis()))
                .orElse(OptionalInt.empty());
    }

    static String path(CachePath path) {
        return switch (path) {
            case HIT -> "hit";
            case MISS -> "miss";
            case NONE -> "none";
        };
    }

    private static void seen(Json json, Seen seen) {
        json.text("location", seen.location());
        json.text("place", seen.place());
        json.text("at", Times.seconds(seen.at()));
        json.flag("confirms", seen.confirms());
        json.text("result", seen.result());
        json.text("side", seen.side());
        json.text("reason", seen.reason());
        json.text("message", seen.message());
        json.number("status", seen.status());
        json.number("tookMicros", seen.phases().totalMicros());
        json.text("evidence", seen.evidence());
    }
}
