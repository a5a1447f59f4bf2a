package weservstatus.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StatusSchemaTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(MAPPER.readTree(StatusSchema.json()));

    /** What needs a look at two places, or at a list of names that no pattern can hold. */
    private static final List<String> SEEN_BY_THE_LOADER_ONLY =
            List.of(
                    "bad-regex",
                    "bad-target-url-port",
                    "bad-time-zone",
                    "image-on-base64",
                    "card-not-computed",
                    "card-without-the-card",
                    "confirm-after-a-round",
                    "dangling-component",
                    "dns-answer-of-another-type",
                    "dangling-component-is-a-group",
                    "dangling-target",
                    "duplicate-check-id",
                    "duplicate-component-id",
                    "duplicate-id-of-group-and-component",
                    "duplicate-key",
                    "duplicate-location-id",
                    "duplicate-section",
                    "duplicate-target-id",
                    "every-below-a-round",
                    "every-out-of-range",
                    "header-of-the-probe",
                    "header-twice",
                    "http2-without-tls",
                    "image-and-json",
                    "image-on-an-error",
                    "journey-names-twice",
                    "journey-never-runs",
                    "journey-of-many-at-once",
                    "journey-pixels-of-json",
                    "journey-refers-forwards",
                    "journey-without-nonce",
                    "missing-target-among-several",
                    "objective-of-nothing",
                    "objective-too-long",
                    "objective-twice",
                    "redirect-that-is-followed",
                    "redirect-with-status-200",
                    "round-does-not-divide-an-hour",
                    "size-upside-down",
                    "slow-beyond-the-timeout-of-the-defaults",
                    "slow-beyond-timeout",
                    "stale-within-a-round",
                    "status-twice",
                    "timeout-beyond-a-round",
                    "timeout-out-of-range",
                    "width-on-json");

    static List<String> samples() throws IOException {
        return InvalidSamplesTest.samples().stream()
                .filter(name -> !name.startsWith("yaml-"))
                .toList();
    }

    @Test
    void isKeptInTheDocumentation() {
        Checkout.assertUnchanged("docs/status.schema.json", StatusSchema.json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"status.yaml", "local/src/main/resources/demo/status.yaml"})
    void acceptsTheShippedFiles(String file) {
        assertThat(validate(file)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void refusesWhatTheLoaderRefusesAsFarAsASchemaCan(String sample) {
        List<Error> errors =
                validate("functions/core/src/test/resources/invalid/" + sample + ".yaml");

        assertThat(errors.isEmpty())
                .as("%s: %s", sample, errors)
                .isEqualTo(SEEN_BY_THE_LOADER_ONLY.contains(sample));
    }

    @Test
    void describesEveryFieldForEditors() {
        JsonNode schema = MAPPER.readTree(StatusSchema.json());

        assertThat(schema.findParents("description")).hasSizeGreaterThan(60);
        assertThat(schema.at("/properties/checks/items/properties"))
                .allSatisfy(
                        field -> assertThat(field.path("description").stringValue()).endsWith("."));
    }

    private static List<Error> validate(String file) {
        LoadSettings settings = LoadSettings.builder().setAllowDuplicateKeys(true).build();
        Object tree = new Load(settings).loadFromString(Checkout.read(file));
        return SCHEMA.validate(MAPPER.<JsonNode>valueToTree(tree));
    }
}
