package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.check.LocationId;
import weservstatus.notify.Delivery;
import weservstatus.notify.Event;
import weservstatus.notify.SecretName;
import weservstatus.notify.SnsText;
import weservstatus.observe.Observation;
import weservstatus.observe.Result;
import weservstatus.observe.Round;
import weservstatus.observe.Variant;
import weservstatus.store.RoundStore;
import weservstatus.store.TestClock;
import weservstatus.time.Interval;

/** The handlers on the sample events: stores in memory, a target on a real socket. */
class HandlersTest {
    private static final Instant DUE = Instant.parse(Events.DUE);
    private static final LocationId HERE = new LocationId("here");

    private final TestClock clock = new TestClock(DUE.plusSeconds(1));
    private final InMemoryPorts ports = new InMemoryPorts(clock);
    private final Watched watched = new Watched();

    HandlersTest() throws IOException {
        ports.configure(watched.configuration());
    }

    @AfterEach
    void close() {
        watched.close();
    }

    @Test
    void theProbeStoresTheRoundOfTheSlotThatTheEventNames() {
        JsonNode line = probe(Events.read(Events.PROBE));

        assertThat(rounds())
                .singleElement()
                .satisfies(round -> {
                    assertThat(round.slot().start()).isEqualTo(DUE);
                    assertThat(round.number()).isZero();
                    assertThat(round.observations())
                            .extracting(Observation::result)
                            .containsExactly(Result.PASSED);
                });
        assertThat(ports.log).containsExactly(line.toString());
        assertThat(line.toString())
                .isEqualTo(
                        "{\"timestamp\":\"2026-11-23T21:30:01Z\",\"level\":\"INFO\",\"event\":\"probe\","
                                + "\"requestId\":\"request-1\",\"ms\":0,\"configuration\":\""
                                + line.path("configuration").asString()
                                + "\",\"deed\":\"probed\","
                                + "\"location\":\"here\",\"slot\":\"2026-11-23T21:30:00Z\","
                                + "\"checks\":1,\"passed\":1}");
    }

    @Test
    void aRepeatOfTheEventNeitherProbesNorStores() {
        probe(Events.read(Events.PROBE));
        clock.advance(Duration.ofSeconds(5));
        JsonNode second = probe(Events.read(Events.PROBE));

        assertThat(watched.asked()).isEqualTo(1);
        assertThat(rounds()).hasSize(1);
        assertThat(second.path("deed").asString()).isEqualTo("repeated");
    }

    @Test
    void theProbeLearnsTheWaysOfTheServiceAndTellsWhenTheyChange() {
        ports.shows(new Variant("bri", "is added"));
        probe(Events.read(Events.PROBE));
        ports.shows(new Variant("bri", "multiplies like mod"));
        clock.advance(Duration.ofMinutes(1));
        probe(Events.read(Events.PROBE).replace(Events.DUE, DUE.plusSeconds(60).toString()));

        assertThat(rounds())
                .flatExtracting(Round::observations)
                .extracting(Observation::result)
                .containsExactly(Result.PASSED, Result.FAILED);
        assertThat(rounds().getLast().observations().getFirst().failure())
                .hasValueSatisfying(failure ->
                        assertThat(failure.message()).startsWith("`bri` changed: it was"));
    }

    @Test
    void anEventThatComesAfterItsSlotIsMissedAndNotProbed() {
        clock.advance(Duration.ofSeconds(59));
        JsonNode line = probe(Events.read(Events.PROBE));

        assertThat(watched.asked()).isZero();
        assertThat(line.path("deed").asString()).isEqualTo("missed");
        assertThat(rounds().getFirst().observations())
                .extracting(Observation::result)
                .containsExactly(Result.NO_DATA);
    }

    @Test
    void anEventWithoutATimeIsRefused() {
        assertThatThrownBy(() -> probe("{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the event has no time such as 2026-01-31T12:00:00Z");
    }

    @Test
    void aBrokenConfigurationFailsTheFirstRunWithAllItsFaults() {
        ports.configure("pages: {}\n");

        assertThatThrownBy(() -> probe(Events.read(Events.PROBE)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the configuration is not usable: config/status.yaml:1:1")
                .hasMessageContaining("pages")
                .hasMessageContaining("checks");
    }

    @Test
    void aMissingConfigurationSaysWhereItBelongs() {
        ports.blobs().delete(Configuration.NAME);

        assertThatThrownBy(() -> probe(Events.read(Events.PROBE)))
                .hasMessage(
                        "the configuration is not usable: config/status.yaml:1:1: is missing or"
                                + " empty in the bucket; put it there");
    }

    @Test
    void aBrokenNewVersionOfTheConfigurationChangesNothing() {
        ProbeHandler handler = new ProbeHandler(wiring("here"));
        Invocation.of(handler, Events.read(Events.PROBE));
        ports.configure("pages: {}\n");
        clock.advance(Duration.ofMinutes(5));
        Invocation.of(handler, Events.read(Events.PROBE).replace("21:30:00Z", "21:35:00Z"));

        assertThat(rounds()).hasSize(2);
        assertThat(ports.log.get(1))
                .contains("\"level\":\"ERROR\"", "the configuration is not usable");
    }

    @Test
    void aLocationThatTheConfigurationDoesNotKnowIsRefused() {
        ProbeHandler handler = new ProbeHandler(wiring("eu-central-1"));

        assertThatThrownBy(() -> Invocation.of(handler, Events.read(Events.PROBE)))
                .hasMessage(
                        "location eu-central-1 is not in config/status.yaml, which has here; add"
                                + " it there or deploy with another Location");
    }

    @Test
    void theReviewPublishesWhatTheApiAnswers() throws IOException {
        probe(Events.read(Events.PROBE));
        JsonNode reviewed = review(Events.read(Events.REVIEW));
        JsonNode answer = Invocation.of(new StatusApiHandler(wiring("here")), api("GET"));

        assertThat(reviewed.toString()).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
        assertThat(answer.path("isBase64Encoded").asBoolean()).isTrue();
        assertThat(answer.path("headers").path("Content-Encoding").asString()).isEqualTo("gzip");
        JsonNode status = JsonMapper.shared().readTree(unzipped(answer));
        assertThat(status.path("status").asString()).isEqualTo("operational");
        assertThat(status.path("subscriptions").asBoolean()).isTrue();
        assertThat(ports.log.get(1)).contains("\"records\":1,\"rounds\":1");
        assertThat(ports.log.get(2)).contains("\"path\":\"/api/v1/status\",\"status\":200");
    }

    @Test
    void aBatchWithoutRoundsIsNotReviewed() {
        review(Events.read(Events.REVIEW).replace("round#here", "hour#2026-11"));

        assertThat(ports.blobs().list("")).containsExactly(Configuration.NAME);
        assertThat(ports.log).singleElement().asString().contains("\"records\":1,\"rounds\":0");
    }

    @Test
    void whileAllIsWellTheSnapshotIsSaidToHoldAndWhatPeopleSaySetsOffAReview() {
        ReviewHandler handler = new ReviewHandler(wiring("here"));
        for (int minute = 30; minute < 34; minute++) {
            String slot = "21:" + minute + ":00";
            probe(Events.read(Events.PROBE).replace("21:30:00", slot));
            Invocation.of(handler, Events.read(Events.REVIEW).replace("21:30:00", slot));
            clock.advance(Duration.ofMinutes(1));
        }
        Invocation.of(handler, Events.read(Events.REVIEW).replace("round#here", "audit"));

        assertThat(ports.log)
                .filteredOn(line -> !line.contains("\"event\":\"probe\""))
                .extracting(line -> line.replaceAll(".*\"event\":\"([a-z]+)\".*", "$1"))
                .containsExactly("review", "holds", "holds", "holds", "review");
    }

    @Test
    void thePulseBeatsOnceAMinuteAndThatNobodyHearsItIsSaidOnce() {
        ports.configure(watched.configuration() + "pulse: {secret: PULSE_URL}\n");
        ports.beaten = new Delivery.Failed("no answer", Optional.empty());
        ReviewHandler handler = new ReviewHandler(wiring("here"));
        for (int minute = 30; minute < 33; minute++) {
            String slot = "21:" + minute + ":00";
            probe(Events.read(Events.PROBE).replace("21:30:00", slot));
            Invocation.of(handler, Events.read(Events.REVIEW).replace("21:30:00", slot));
            Invocation.of(handler, Events.read(Events.REVIEW).replace("21:30:00", slot));
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(ports.beats).hasSize(3).containsOnly(new SecretName("PULSE_URL"));
        assertThat(ports.log)
                .filteredOn(line -> line.contains("the pulse is not heard: no answer"))
                .hasSize(1);
    }

    @Test
    void aMissingSecretIsSaidOnceForEachVersionAndSilencesNobody() {
        ports.configure(watched.configuration() + "pulse: {secret: PULSE_URL}\n");
        ports.secrets(name -> Optional.empty());
        NotifyHandler handler = new NotifyHandler(wiring("here"));
        Invocation.of(handler, Events.read(Events.NOTIFY));
        Invocation.of(handler, Events.read(Events.NOTIFY));

        assertThat(ports.log)
                .filteredOn(line -> line.contains("\"event\":\"secret-missing\""))
                .singleElement()
                .asString()
                .contains("pulse: the secret PULSE_URL is not set");
        assertThat(ports.log.getLast()).contains("\"event\":\"notify\"");
    }

    @Test
    void theHourIsRolledUpOnce() {
        probe(Events.read(Events.PROBE));
        review(Events.read(Events.REVIEW));
        clock.advance(Duration.ofMinutes(30));
        RollUpHandler handler = new RollUpHandler(wiring("here"));

        assertThat(Invocation.of(handler, Events.read(Events.ROLLUP)).path("deed").asString())
                .isEqualTo("done");
        assertThat(Invocation.of(handler, Events.read(Events.ROLLUP)).path("deed").asString())
                .isEqualTo("repeated");
    }

    @Test
    void aReviewThatCannotBeDoneFailsTheWholeBatch() {
        ports.blobs().delete(Configuration.NAME);

        assertThatThrownBy(() -> review(Events.read(Events.REVIEW)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anOutageIsToldOnceHoweverOftenTheOutboxIsEmptied() {
        watched.answers(500);
        for (int minute = 30; minute < 36; minute++) {
            probe(Events.read(Events.PROBE).replace("21:30:00Z", "21:" + minute + ":00Z"));
            clock.advance(Duration.ofSeconds(2));
            review(Events.read(Events.REVIEW));
            notifyPeople();
            notifyPeople();
            clock.advance(Duration.ofSeconds(58));
        }

        assertThat(ports.told)
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.event()).isEqualTo(Event.OPENED);
                    assertThat(SnsText.of(message).subject())
                            .startsWith("New incident: ")
                            .endsWith(" (Test status)");
                });
    }

    @Test
    void theApiIsUnavailableBeforeTheFirstSnapshotInTheShapeOfEveryError() {
        JsonNode answer =
                Invocation.of(
                        new StatusApiHandler(wiring("here")),
                        api("GET").replace("gzip, deflate, br", "identity"));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(503);
        assertThat(answer.path("isBase64Encoded").asBoolean()).isFalse();
        assertThat(
                        JsonMapper.shared()
                                .readTree(answer.path("body").asString())
                                .at("/error/status")
                                .asInt())
                .isEqualTo(503);
    }

    private Wiring wiring(String location) {
        Settings settings = InMemoryPorts.settingsWithTopic(new LocationId(location));
        return new Wiring(settings, clock, ports, name -> Optional.empty());
    }

    private JsonNode probe(String event) {
        return Invocation.of(new ProbeHandler(wiring("here")), event);
    }

    private JsonNode review(String event) {
        return Invocation.of(new ReviewHandler(wiring("here")), event);
    }

    private void notifyPeople() {
        JsonNode answer =
                Invocation.of(new NotifyHandler(wiring("here")), Events.read(Events.NOTIFY));
        assertThat(answer.toString()).isEqualTo("{\"batchItemFailures\":[]}");
    }

    private static String api(String method) {
        return Events.read(Events.API).replace("\"GET\"", "\"" + method + "\"");
    }

    private List<Round> rounds() {
        return new RoundStore(ports.table())
                .list(HERE, new Interval(DUE, DUE.plus(Duration.ofHours(1))));
    }

    private static byte[] unzipped(JsonNode answer) throws IOException {
        byte[] body =
                Base64.getDecoder()
                        .decode(answer.path("body").asString().getBytes(StandardCharsets.UTF_8));
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return gzip.readAllBytes();
        }
    }
}
