package weservstatus.api;

import java.util.List;
import weservstatus.document.DocumentName;
import weservstatus.document.PublishedDocuments;

/** The path table: every public path stands here and nowhere else. */
public final class Routes {
    private static final WholeNumber DAYS = new WholeNumber("days", 1, 90, 90);
    private static final WholeNumber HOURS = new WholeNumber("hours", 1, 24, 24);

    /** All of them; no two fit the same path. */
    public static final List<Route> ALL =
            List.of(
                    Route.of("/api/v1/status", DocumentName.STATUS),
                    Route.of("/api/v1/components/{id}/days", DAYS, PublishedDocuments::days),
                    Route.of("/api/v1/components/{id}/latency", HOURS, PublishedDocuments::latency),
                    EvidenceParts.DOCUMENT.route(),
                    EvidenceParts.PICTURE.route(),
                    EvidenceParts.BODY.route(),
                    Route.of("/api/v1/raw", RawDays::list),
                    Route.of("/api/v1/raw/{file}", RawDays::day),
                    Route.of("/api/v1/history", RawDays::history),
                    Route.of("/api/v1/history/chain.ndjson", RawDays::chain),
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
                            DocumentName.STATUSPAGE_ACTIVE));

    private Routes() {}
}
