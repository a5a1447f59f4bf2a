package weservstatus.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import weservstatus.status.SampleSnapshots;

/** The examples of {@code docs/api.md} and the documents have the same keys in the same order. */
class DocumentedShapeTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern EXAMPLE = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);

    @Test
    void theStatusHasTheKeysOfItsExample() throws IOException {
        byte[] status =
                Documents.of(SampleSnapshots.incident())
                        .get(DocumentName.STATUS)
                        .body(Coding.IDENTITY);

        assertThat(keys("", withoutCalm(JSON.readTree(status)))).isEqualTo(keys("", example(0)));
    }

    @Test
    void anErrorIsItsExample() throws IOException {
        ErrorJson error =
                new ErrorJson(
                        400,
                        "bad_parameter",
                        "days must be a whole number from 1 to 90, not 900",
                        Optional.of("days"));

        assertThat(JSON.readTree(error.bytes())).isEqualTo(example(1));
    }

    /** The component with a problem shows every key; calm ones show no problem. */
    private static JsonNode withoutCalm(JsonNode status) {
        ((ArrayNode) status.path("groups")).remove(0);
        return status;
    }

    /** Paths of all keys, of an array those of its first item. */
    private static List<String> keys(String path, JsonNode node) {
        List<String> keys = new ArrayList<>();
        if (node.isArray() && !node.isEmpty()) {
            keys.addAll(keys(path + "[]", node.get(0)));
        }
        for (String name : node.propertyNames()) {
            keys.add(path + "." + name);
            keys.addAll(keys(path + "." + name, node.path(name)));
        }
        return keys;
    }

    private static JsonNode example(int index) throws IOException {
        Path file = Path.of(System.getProperty("repository.root"), "docs/api.md");
        Matcher examples = EXAMPLE.matcher(Files.readString(file));
        List<JsonNode> found = new ArrayList<>();
        while (examples.find()) {
            found.add(JSON.readTree(examples.group(1)));
        }
        return found.get(index);
    }
}
