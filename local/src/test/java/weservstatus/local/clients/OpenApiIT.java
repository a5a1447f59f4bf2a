package weservstatus.local.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.api.Described;
import weservstatus.check.CheckId;
import weservstatus.check.LocationId;
import weservstatus.document.EvidenceJson;
import weservstatus.observe.EvidenceId;
import weservstatus.observe.Proof;
import weservstatus.status.SampleSnapshots;
import weservstatus.status.StatusSnapshot;
import weservstatus.store.Blobs.Blob;
import weservstatus.store.EvidenceStore;
import weservstatus.store.InMemoryBlobs;
import weservstatus.store.ProofStore;

/**
 * Every example of the description is answered as it says; those of visitors are asked in {@code
 * DescribedVisitorsTest}, and what {@code BlobEvidenceTest} keeps is held against it there.
 */
class OpenApiIT {
    private static final byte[] SOMETHING = {'{', '}'};

    @Test
    void aRunningServerAnswersEveryExample() throws Exception {
        StatusSnapshot snapshot = SampleSnapshots.withLogo(SampleSnapshots.incident());
        try (PublishedSite site = new PublishedSite(snapshot, blobs());
                HttpClient client = HttpClient.newHttpClient()) {
            JsonNode described = json(get(client, site, "/api/openapi.json"));
            JsonNode paths = described.path("paths");

            assertThat(paths.size()).isGreaterThan(30);
            for (Map.Entry<String, JsonNode> path : paths.properties()) {
                JsonNode operation = path.getValue().path("get");
                if (operation.isMissingNode() || operation.has("tags")) {
                    continue;
                }
                holds(get(client, site, example(path.getKey(), operation)), operation, described);
            }
        }
    }

    private static void holds(HttpResponse<String> answer, JsonNode operation, JsonNode described) {
        JsonNode content = operation.at("/responses/200/content");
        String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(200);
        assertThat(content.propertyNames()).as(answer.uri().toString()).containsExactly(type);
        if (isJson(type) && !answer.uri().getPath().startsWith(EvidenceJson.PATH)) {
            assertThat(
                            Described.faults(
                                    described, content.path(type).path("schema"), answer.body()))
                    .as(answer.uri().toString())
                    .isEmpty();
        }
    }

    private static boolean isJson(String type) {
        return type.equals("application/json") || type.endsWith("+json");
    }

    private static String example(String path, JsonNode operation) {
        String asked = path;
        String query = "";
        for (JsonNode parameter : operation.path("parameters").values()) {
            String name = parameter.path("name").asString();
            String value = parameter.path("example").asString();
            if (parameter.path("in").asString().equals("path")) {
                asked = asked.replace("{" + name + "}", value);
            } else {
                query = "?" + name + "=" + value;
            }
        }
        return asked + query;
    }

    private static InMemoryBlobs blobs() {
        InMemoryBlobs blobs = new InMemoryBlobs();
        new EvidenceStore(blobs)
                .put(
                        new EvidenceStore.Piece(
                                new EvidenceId("20261123T211200000Z.0.here.webp"),
                                new Blob(SOMETHING, "application/json; charset=utf-8"),
                                Optional.of(new Blob(SOMETHING, "application/octet-stream")),
                                Optional.of(new Blob(SOMETHING, "image/png"))));
        ProofStore proofs = new ProofStore(blobs);
        LocationId here = new LocationId("here");
        Proof proof = new Proof(SOMETHING, "image/webp", SOMETHING, 320, 240);
        ProofStore.Line line =
                new ProofStore.Line(
                        here,
                        new CheckId("webp"),
                        SampleSnapshots.NOW,
                        320,
                        240,
                        ProofStore.Copy.of(proof, SampleSnapshots.NOW));
        proofs.put(line, proof);
        proofs.list(here, List.of(line));
        blobs.put("raw/2026-11-22.ndjson.gz", new Blob(SOMETHING, "application/gzip"));
        return blobs;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpResponse<String> get(HttpClient client, PublishedSite site, String path)
            throws Exception {
        URI uri = site.address().resolve(path);
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
