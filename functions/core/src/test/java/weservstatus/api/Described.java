package weservstatus.api;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds answers against the schemas of the API's description. */
public final class Described {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Described() {}

    /** Of the answer to a GET of one path of the bundled description. */
    public static List<String> faults(String path, byte[] answer) {
        try (InputStream stream =
                Objects.requireNonNull(OpenApi.class.getResourceAsStream("openapi.json"))) {
            JsonNode described = JSON.readTree(stream);
            JsonNode schema =
                    described
                            .path("paths")
                            .path(path)
                            .at("/get/responses/200/content/application~1json/schema");
            return faults(described, schema, new String(answer, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What an answer has that its schema does not allow, or lacks.
     *
     * @param described the whole description
     * @param schema as an operation names it
     */
    public static List<String> faults(JsonNode described, JsonNode schema, String answer) {
        ObjectNode whole = JSON.createObjectNode();
        whole.setAll((ObjectNode) schema);
        whole.set("components", described.path("components"));
        return SCHEMAS.getSchema(whole).validate(JSON.readTree(answer)).stream()
                .map(Error::toString)
                .toList();
    }
}
