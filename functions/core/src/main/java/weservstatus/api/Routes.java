package weservstatus.api;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import weservstatus.api.Resource.Call;
import weservstatus.api.Resource.Sources;
import weservstatus.document.BadgeName;
import weservstatus.document.DocumentName;
import weservstatus.document.LogoDocument;
import weservstatus.document.PublishedDocuments;
import weservstatus.usecase.Administration;

/** The path table: every public path stands here and nowhere else. */
public final class Routes {
    private static final WholeNumber DAYS = new WholeNumber("days", 1, 90, 90);
    private static final WholeNumber HOURS = new WholeNumber("hours", 1, 24, 24);

    private static final List<Route> DOCUMENTS =
            List.of(
                    Route.of("/api/v1/status", DocumentName.STATUS),
                    Route.of("/api/v1/slo", DocumentName.SLO),
                    Route.of("/api/v1/components/{id}/days", DAYS, PublishedDocuments::days),
                    Route.of("/api/v1/components/{id}/latency", HOURS, PublishedDocuments::latency),
                    Route.of("/api/v1/speed", DocumentName.SPEED),
                    Route.of("/api/v1/logo", Routes::logo),
                    Route.of(
                            "/api/v1/preview.png",
                            (Resource) (sources, _) -> Answer.found(sources.documents().preview())),
                    EvidenceParts.DOCUMENT.route(),
                    EvidenceParts.PICTURE.route(),
                    EvidenceParts.BODY.route(),
                    Route.of("/api/v1/proofs", Proofs::list),
                    Route.of("/api/v1/proofs/{id}/received", Proofs::received),
                    Route.of("/api/v1/proofs/{id}/expected.png", Proofs::expected),
                    Route.of("/api/v1/raw", RawDays::list),
                    Route.of("/api/v1/raw/{file}", RawDays::day),
                    Route.of("/api/v1/history", RawDays::history),
                    Route.of("/api/v1/history/chain.ndjson", RawDays::chain),
                    Route.of("/api/v1/history/{month}", Months::history),
                    Route.of("/api/v1/report/{month}.json", Months::report),
                    Route.of("/api/v1/report/{month}.csv", Months::table),
                    Route.of("/api/v1/incidents/{id}", Routes::incident),
                    Route.of("/api/v1/checks", DocumentName.CHECKS),
                    Route.of("/api/v1/checks/{id}", Routes::check),
                    Route.of("/api/v2/summary.json", DocumentName.STATUSPAGE_SUMMARY),
                    Route.of("/api/v2/status.json", DocumentName.STATUSPAGE_STATUS),
                    Route.of("/api/v2/components.json", DocumentName.STATUSPAGE_COMPONENTS),
                    Route.of("/api/v2/incidents.json", DocumentName.STATUSPAGE_INCIDENTS),
                    Route.of(
                            "/api/v2/incidents/unresolved.json",
                            DocumentName.STATUSPAGE_UNRESOLVED),
                    Route.of(
                            "/api/v2/scheduled-maintenances.json",
                            DocumentName.STATUSPAGE_MAINTENANCES),
                    Route.of(
                            "/api/v2/scheduled-maintenances/upcoming.json",
                            DocumentName.STATUSPAGE_UPCOMING),
                    Route.of(
                            "/api/v2/scheduled-maintenances/active.json",
                            DocumentName.STATUSPAGE_ACTIVE),
                    Route.of("/history.atom", DocumentName.FEED_ATOM),
                    Route.of("/history.rss", DocumentName.FEED_RSS),
                    Route.of("/feed.json", DocumentName.FEED_JSON),
                    Route.of("/maintenance.ics", DocumentName.MAINTENANCE_CALENDAR),
                    Route.of("/maintenance/{id}.ics", Routes::calendar),
                    Route.of("/metrics", DocumentName.METRICS),
                    Route.of("/plain", DocumentName.PLAIN),
                    Route.of("/api/openapi.json", OpenApi::document));

    /** All of them; no two fit the same path. */
    public static final List<Route> ALL =
            Stream.concat(
                            DOCUMENTS.stream(),
                            Arrays.stream(BadgeName.values()).flatMap(Routes::badges))
                    .toList();

    /** What administrators do. */
    public static final List<Operation<Administration>> ADMIN =
            Stream.of(
                            AdminIncidents.ALL,
                            AdminMaintenance.ALL,
                            AdminTemplates.ALL,
                            AdminSubscribers.ALL,
                            AdminTelling.ALL,
                            AdminChannels.ALL,
                            AdminOverrides.ALL,
                            AdminConfiguration.ALL,
                            AdminRecords.ALL,
                            AdminTransfer.ALL)
                    .flatMap(List::stream)
                    .toList();

    /** What visitors do beyond reading. */
    public static final List<Operation<Visitors>> VISITOR = VisitorSubscriptions.ALL;

    /** What everybody may ask for beyond reading, as methods and paths. */
    static List<String> beyondReading() {
        return Stream.of(
                        VISITOR.stream().map(line -> line.method() + " " + line.path().text()),
                        PushRoute.METHODS.stream()
                                .map(method -> method + " " + PushRoute.PATH.text()),
                        Stream.of("POST " + AlertRoute.PATH.text()))
                .flatMap(lines -> lines)
                .toList();
    }

    private Routes() {}

    /** Whether something is served at this path; the page's own files are not among it. */
    public static boolean serve(String path) {
        return path.startsWith("/api/")
                || ALL.stream().anyMatch(route -> route.path().match(path).isPresent());
    }

    private static Stream<Route> badges(BadgeName name) {
        return Stream.of(
                Route.of("/badge/" + name.file(), name),
                Route.ofComponent("/badge/{id}/" + name.file(), name));
    }

    private static Answer incident(Sources sources, Call call) {
        String id = call.variable("id");
        return sources.archive()
                .incident(sources.documents(), id)
                .map(Answer::found)
                .orElseGet(() ->
                        Answer.notFound("there is no incident or planned work " + Echo.of(id)));
    }

    private static Answer check(Sources sources, Call call) {
        String id = call.variable("id");
        return sources.documents()
                .check(id)
                .map(Answer::found)
                .orElseGet(() -> Answer.notFound("there is no check " + Echo.of(id)));
    }

    private static Answer logo(Sources sources, Call call) {
        return sources.documents()
                .logo()
                .<Answer>map(logo -> new Answer.Found(logo, LogoDocument.HEADERS))
                .orElseGet(() -> Answer.notFound("this page has no logo of its own"));
    }

    private static Answer calendar(Sources sources, Call call) {
        String id = call.variable("id");
        return sources.documents()
                .calendar(id)
                .map(Answer::found)
                .orElseGet(() -> Answer.notFound("there is no planned work " + Echo.of(id)));
    }
}
