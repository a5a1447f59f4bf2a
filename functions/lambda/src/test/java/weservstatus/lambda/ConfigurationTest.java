package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weservstatus.check.Catalogue;
import weservstatus.check.CheckId;
import weservstatus.store.Blobs;
import weservstatus.store.InMemoryBlobs;
import weservstatus.store.TestClock;

/** Which version of status.yaml is in force. */
class ConfigurationTest {
    private static final String FIRST =
            """
            page: {name: Test status, url: "https://status.example.org/", timeZone: UTC}
            locations:
              - {id: here, name: This machine}
            targets:
              - {id: local, url: "http://127.0.0.1:1"}
            control: none
            groups:
              - id: delivery
                name: Delivery
                components:
                  - {id: website, name: Website, description: The home page}
            checks:
              - {id: home, name: Home page, why: First., component: website, path: /, every: 1m, timeout: 5s,
                 vital: true, cache: none, expect: [{status: 200}]}
            """;

    private static final String SECOND = FIRST.replace("Home page", "Front page");
    private static final String BROKEN = "pages: {}\n";

    private final Blobs blobs = new InMemoryBlobs();
    private final List<String> warnings = new ArrayList<>();
    private final TestClock clock = new TestClock(Instant.parse("2026-11-23T21:30:00Z"));

    @Test
    void aNewValidVersionIsInForceAfterFiveMinutesAndNamed() {
        Configuration configuration = configuration(false);
        put(FIRST);
        configuration.current();
        String first = configuration.version();
        put(SECOND);
        clock.advance(Configuration.AGAIN);

        assertThat(nameOfHome(configuration.current())).isEqualTo("Front page");
        assertThat(configuration.version()).matches("[0-9a-f]{12}").isNotEqualTo(first);
        assertThat(warnings).isEmpty();
    }

    @Test
    void theBucketIsNotAskedBefore() {
        Configuration configuration = configuration(false);
        put(FIRST);
        configuration.current();
        put(SECOND);
        clock.advance(Configuration.AGAIN.minusMillis(1));

        assertThat(nameOfHome(configuration.current())).isEqualTo("Home page");
    }

    @Test
    void theSameVersionIsTheSameCatalogueSoThatNothingIsForgotten() {
        Configuration configuration = configuration(false);
        put(FIRST);

        assertThat(configuration.current()).isSameAs(configuration.current());
    }

    @Test
    void aBrokenVersionChangesNothingAndIsToldOnceWithTheVersionInForce() {
        Configuration configuration = configuration(false);
        put(FIRST);
        configuration.current();
        put(BROKEN);
        clock.advance(Configuration.AGAIN);

        assertThat(nameOfHome(configuration.current())).isEqualTo("Home page");
        configuration.current();
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("the configuration is not usable: config/status.yaml:1:1")
                .endsWith("; version " + configuration.version() + " stays in force");
    }

    @Test
    void aProcessThatStartsLaterFindsTheLastValidVersion() {
        put(FIRST);
        configuration(true).current();
        put(BROKEN);

        assertThat(nameOfHome(configuration(false).current())).isEqualTo("Home page");
        assertThat(warnings).hasSize(1);
    }

    @Test
    void onlyTheKeeperWritesWhatIsValid() {
        put(FIRST);
        configuration(false).current();

        assertThat(blobs.list("config/")).containsExactly(Configuration.NAME);
        put(BROKEN);
        assertThatThrownBy(() -> configuration(false).current())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the configuration is not usable");
    }

    @Test
    void aVersionThatIsTakenAwayStaysInForce() {
        put(FIRST);
        Configuration configuration = configuration(true);
        configuration.current();
        blobs.delete(Configuration.NAME);
        clock.advance(Configuration.AGAIN);

        assertThat(nameOfHome(configuration.current())).isEqualTo("Home page");
        assertThat(warnings).singleElement().asString().contains("is missing or empty");
    }

    private Configuration configuration(boolean keeps) {
        return new Configuration(blobs, keeps, clock, warnings::add);
    }

    private void put(String yaml) {
        blobs.put(
                Configuration.NAME,
                new Blobs.Blob(yaml.getBytes(StandardCharsets.UTF_8), "application/yaml"));
    }

    private static String nameOfHome(Catalogue catalogue) {
        return catalogue.active().stream()
                .filter(check -> check.id().equals(new CheckId("home")))
                .findFirst()
                .orElseThrow()
                .name();
    }
}
