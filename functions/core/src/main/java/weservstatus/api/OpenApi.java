package weservstatus.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import weservstatus.document.Documents;
import weservstatus.document.Rendered;

/** The description of all routes, {@code openapi.json} beside this class: OpenAPI 3.1. */
final class OpenApi {
    private static final Rendered DOCUMENT =
            Documents.fixed(bytes(), "application/json; charset=utf-8", "public, max-age=3600");

    private OpenApi() {}

    static Answer document(Resource.Sources sources, Resource.Call call) {
        return Answer.found(DOCUMENT);
    }

    private static byte[] bytes() {
        try (InputStream stream = OpenApi.class.getResourceAsStream("openapi.json")) {
            return Objects.requireNonNull(stream, "openapi.json").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
