package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import weservstatus.check.LocationId;
import weservstatus.store.ExportLine;
import weservstatus.store.Table;
import weservstatus.store.TestClock;
import weservstatus.usecase.ImportSteps;

/** What becomes of the page while everything is imported. */
class HeldReviewsTest {
    private static final String ID = "aaaaaaaaaaaa";

    private final TestClock clock = new TestClock(Instant.parse(Events.DUE).plusSeconds(1));
    private final InMemoryPorts ports = new InMemoryPorts(clock);
    private final Watched watched = new Watched();

    HeldReviewsTest() throws IOException {
        ports.configure(watched.configuration());
    }

    @AfterEach
    void close() {
        watched.close();
    }

    @Test
    void nothingIsPublishedUntilTheLastPartIsThere() {
        Wiring wiring = wiring();
        ProbeHandler probe = new ProbeHandler(wiring);
        ReviewHandler review = new ReviewHandler(wiring);
        ImportSteps imports = new ImportSteps(ports.table(), ports.blobs(), clock);
        lay(imports, 0, new ExportLine.Head());
        lay(imports, 1, template());
        imports.keep(ID, 0, 2, "ada");

        Invocation.of(probe, Events.read(Events.PROBE));
        Invocation.of(review, Events.read(Events.REVIEW));
        Invocation.of(new RollUpHandler(wiring), Events.read(Events.ROLLUP));
        assertThat(ports.blobs().list("snapshot/")).isEmpty();
        assertThat(ports.blobs().list("published/")).isEmpty();
        assertThat(ports.log).anyMatch(line -> line.contains("\"event\":\"held\""));

        imports.keep(ID, 1, 2, "ada");
        Invocation.of(review, Events.read(Events.REVIEW));
        assertThat(ports.blobs().list("snapshot/")).hasSize(1);
    }

    @Test
    void anImportThatWasGivenUpHoldsThePageForTenMinutes() {
        Wiring wiring = wiring();
        ReviewHandler review = new ReviewHandler(wiring);
        ImportSteps imports = new ImportSteps(ports.table(), ports.blobs(), clock);
        lay(imports, 0, new ExportLine.Head());
        lay(imports, 1, template());
        imports.keep(ID, 0, 2, "ada");
        clock.advance(Duration.ofMinutes(10));
        Invocation.of(new ProbeHandler(wiring), Events.read(Events.PROBE));
        Invocation.of(review, Events.read(Events.REVIEW));

        assertThat(ports.blobs().list("snapshot/")).hasSize(1);
    }

    private static void lay(ImportSteps imports, int part, ExportLine line) {
        byte[] bytes = (line.text() + "\n").getBytes(StandardCharsets.UTF_8);
        assertThat(imports.lay(ID, part, bytes)).isEqualTo(new ImportSteps.Result.Done(1));
    }

    private static ExportLine template() {
        return new ExportLine.OfItem(
                new Table.Item(new Table.Key("template", "slow"), "{}", 1, Optional.empty()));
    }

    private Wiring wiring() {
        Settings settings = InMemoryPorts.settings(new LocationId("here"));
        return new Wiring(settings, clock, ports, name -> Optional.empty());
    }
}
