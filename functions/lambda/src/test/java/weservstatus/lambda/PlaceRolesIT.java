package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weservstatus.check.LocationId;
import weservstatus.observe.Variant;
import weservstatus.store.Table;
import weservstatus.store.TestClock;

/** A place writes into partitions of its own alone, at home and in other regions. */
class PlaceRolesIT {
    private static final String HERE = "here";

    /** What a place writes; the name of the place follows. */
    private static final List<String> PLACES_OWN =
            List.of("round#", "backoff#", "calibration#", "looks#");

    private final TestClock clock = new TestClock(Instant.parse(Events.DUE).plusSeconds(1));
    private final InMemoryPorts ports = new InMemoryPorts(clock);
    private final Watched watched = new Watched();
    private final Settings settings = InMemoryPorts.settings(new LocationId(HERE));

    /** Of home and of further places. */
    private List<Template> templates = List.of();

    PlaceRolesIT() throws IOException {}

    @BeforeEach
    void translate(@TempDir Path folder) throws Exception {
        List<String> sources =
                List.of(Template.source("template.yaml"), Template.source("template-probe.yaml"));
        templates = Template.of(sources, folder);
    }

    @AfterEach
    void close() {
        watched.close();
    }

    @Test
    void aFurtherPlaceNeedsNothingThatIsNotAllowed() {
        Role role = Role.of(templates.getLast(), "ProbeFunction", HERE);
        ports.configure(
                watched.configuration("", "\n  - {id: tokyo, name: Tokyo}")
                        + """
                          - id: turn
                            name: Takes turns
                            why: What is asked in turn is remembered.
                            component: website
                            path: /
                            every: 1h
                            turn: 30
                            cache: none
                            expect:
                              - status: 200
                        """);
        ports.shows(new Variant("bri", "is added"));
        RequestStreamHandler probe =
                new ProbeHandler(
                        new Wiring(
                                settings,
                                clock,
                                new GuardedPorts(ports, role),
                                name -> Optional.empty()));
        Invocation.of(probe, Events.read(Events.PROBE));
        watched.answers(500);
        clock.advance(Duration.ofMinutes(5));
        Invocation.of(probe, Events.read(Events.PROBE).replace("21:30:00Z", "21:35:00Z"));
        watched.answers(429);
        clock.advance(Duration.ofMinutes(1));
        Invocation.of(probe, Events.read(Events.PROBE).replace("21:30:00Z", "21:36:00Z"));
        Invocation.of(probe, Events.read(Events.CONFIRM));

        assertThat(ports.log)
                .first()
                .asString()
                .contains("\"event\":\"silent\",\"location\":\"tokyo\"");
        assertThat(ports.blobs().list("evidence/")).isNotEmpty();
        for (String own : PLACES_OWN) {
            assertThat(ports.table().list(Table.Query.of(own + HERE))).as(own).isNotEmpty();
        }
        mayNotWriteForAnotherPlace(role);
    }

    @Test
    void aProbeMayNotWriteForAnotherPlace() {
        mayNotWriteForAnotherPlace(Role.of(templates.getFirst(), "ProbeFunction", HERE));
    }

    private static void mayNotWriteForAnotherPlace(Role role) {
        for (String own : PLACES_OWN) {
            assertThatThrownBy(() -> role.requireItem("dynamodb:PutItem", own + "tokyo"))
                    .hasMessage(
                            "ProbeFunction is not allowed dynamodb:PutItem on partition %stokyo",
                            own);
        }
        for (String shared : List.of("snapshot", "beat", "looks", "calibration", "review")) {
            assertThatThrownBy(() -> role.requireItem("dynamodb:PutItem", shared))
                    .isInstanceOf(AssertionError.class);
        }
    }
}
