package weservstatus.api;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import weservstatus.document.Documents;
import weservstatus.document.PublishedDocuments;
import weservstatus.status.SampleSnapshots;
import weservstatus.store.InMemoryBlobs;
import weservstatus.store.InMemoryTable;

/** The published paths of a sample page, and requests for them. */
final class DocumentCalls {
    static final PublishedDocuments DOCUMENTS =
            Documents.of(SampleSnapshots.withLogo(SampleSnapshots.incident()));
    static final Router ROUTER = routerAt(SampleSnapshots.NOW);
    private static final String WORK =
            SampleSnapshots.incident().announcements().works().getFirst().maintenance();
    private static final String OCCURRENCE =
            SampleSnapshots.incident().announcements().works().getFirst().id();

    private DocumentCalls() {}

    /** One path for each route whose answer does not lie in a store. */
    static Stream<String> paths() {
        return Routes.ALL.stream()
                .map(route -> route.path().text())
                .map(path -> path.replace("maintenance/{id}", "maintenance/" + WORK))
                .map(path -> path.replace("incidents/{id}", "incidents/" + OCCURRENCE))
                .map(path -> path.replace("checks/{id}", "checks/webp"))
                .map(path -> path.replace("{month}", "2026-11"))
                .map(path -> path.replace("{id}", "formats"))
                .filter(path -> !path.startsWith("/api/v1/evidence/"))
                .filter(path -> !path.startsWith("/api/v1/proofs/"))
                .filter(path -> !path.endsWith("{file}") && !path.endsWith(".ndjson"));
    }

    static Router routerAt(Instant now) {
        return new Router(
                () -> Optional.of(DOCUMENTS),
                new InMemoryTable(() -> now),
                new InMemoryBlobs(),
                () -> now);
    }

    static Request numbered(String list, String number) {
        String name = list.equals("days") ? "days" : "hours";
        return new Request(
                "GET", "/api/v1/components/formats/" + list, Map.of(name, number), Map.of());
    }

    static Request get(String path) {
        return request("GET", path);
    }

    static Request get(String path, String header, String value) {
        return request("GET", path, header, value);
    }

    static Request request(String method, String path) {
        return new Request(method, path, Map.of(), Map.of());
    }

    static Request request(String method, String path, String header, String value) {
        return new Request(method, path, Map.of(), Map.of(header, value));
    }
}
