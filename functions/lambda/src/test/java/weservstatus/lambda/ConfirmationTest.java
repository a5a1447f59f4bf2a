package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.check.CheckId;
import weservstatus.check.LocationId;
import weservstatus.observe.Round;
import weservstatus.store.RoundStore;
import weservstatus.store.TestClock;
import weservstatus.time.Interval;
import weservstatus.time.Slot;
import weservstatus.usecase.Confirmer;

/** The review has the places ask again what failed; a place carries the order out once. */
class ConfirmationTest {
    private static final Instant DUE = Instant.parse(Events.DUE);
    private static final LocationId HERE = new LocationId("here");
    private static final Slot SLOT = Slot.containing(DUE, Duration.ofMinutes(1));

    private final TestClock clock = new TestClock(DUE.plusSeconds(1));
    private final InMemoryPorts ports = new InMemoryPorts(clock);
    private final Watched watched = new Watched();
    private final Settings settings = InMemoryPorts.settings(HERE);
    private final Wiring wiring = new Wiring(settings, clock, ports, name -> Optional.empty());
    private final ReviewHandler review = new ReviewHandler(wiring);

    ConfirmationTest() throws IOException {
        ports.configure(watched.configuration());
    }

    @AfterEach
    void close() {
        watched.close();
    }

    @Test
    void whatFailsIsOrderedToBeAskedAgainOnce() {
        probe(Events.read(Events.PROBE));
        Invocation.of(review, Events.read(Events.REVIEW));
        watched.answers(500);
        clock.advance(Duration.ofMinutes(1));
        probe(Events.read(Events.PROBE).replace(Events.DUE, DUE.plusSeconds(60).toString()));
        String second = Events.read(Events.REVIEW).replace("21:30:00", "21:31:00");
        Invocation.of(review, second);
        Invocation.of(review, second);

        assertThat(ports.orders)
                .containsExactly(
                        new Confirmer.Order(HERE, SLOT.next(), 1, Set.of(new CheckId("home"))));
        assertThat(ports.log.get(3)).contains("\"asked\":1,\"deaf\":0");
    }

    @Test
    void aPlaceCarriesAnOrderOutOnce() {
        String order = Events.read(Events.CONFIRM);
        probe(order);
        probe(order);

        assertThat(watched.asked()).isEqualTo(1);
        assertThat(rounds())
                .singleElement()
                .satisfies(round -> {
                    assertThat(round.slot()).isEqualTo(SLOT);
                    assertThat(round.number()).isEqualTo(1);
                    assertThat(round.of(new CheckId("home"))).isPresent();
                });
        assertThat(ports.log).allSatisfy(line -> assertThat(line).contains("\"confirmed\""));
    }

    @Test
    void anOrderIsReadAsItWasWritten() {
        Confirmer.Order order =
                new Confirmer.Order(
                        HERE, SLOT, 2, Set.of(new CheckId("home"), new CheckId("avif")));

        String event =
                JsonMapper.shared()
                        .writeValueAsString(
                                Map.of(
                                        "Records",
                                        List.of(
                                                Map.of(
                                                        "Sns",
                                                        Map.of(
                                                                "Message",
                                                                ProbeEvent.write(order))))));

        assertThat(
                        ProbeEvent.read(
                                new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(new ProbeEvent.Confirm(SLOT.start(), 2, order.checks()));
    }

    private void probe(String event) {
        Invocation.of(new ProbeHandler(wiring), event);
    }

    private List<Round> rounds() {
        return new RoundStore(ports.table())
                .list(HERE, new Interval(DUE, DUE.plus(Duration.ofHours(1))));
    }
}
