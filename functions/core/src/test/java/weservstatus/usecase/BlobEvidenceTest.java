package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.api.Described;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.CheckId;
import weservstatus.check.LocationId;
import weservstatus.observe.Answer;
import weservstatus.observe.Attempt;
import weservstatus.observe.Evidence;
import weservstatus.observe.EvidenceId;
import weservstatus.observe.Exchange;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Finding;
import weservstatus.observe.Header;
import weservstatus.observe.Phases;
import weservstatus.observe.Round;
import weservstatus.store.Blobs;
import weservstatus.store.EvidenceLedger;
import weservstatus.store.EvidenceStore;
import weservstatus.store.InMemoryBlobs;
import weservstatus.store.InMemoryTable;
import weservstatus.store.TestClock;
import weservstatus.time.Slot;
import weservstatus.verdict.Scene;

class BlobEvidenceTest {
    private static final LocationId HERE = new LocationId("here");
    private static final Slot SLOT = new Slot(Scene.START, Duration.ofMinutes(1));
    private static final byte[] PNG = {1, 2, 3};

    private final TestClock clock = new TestClock(Scene.START);
    private final InMemoryBlobs blobs = new InMemoryBlobs();
    private final EvidenceStore store = new EvidenceStore(blobs);
    private final List<Throwable> troubles = new ArrayList<>();
    private final ScriptedProber prober = new ScriptedProber();

    @Test
    void keepsAllOfAFailedAttemptAndNothingOfAGoodOne() {
        Catalogue catalogue = checks("good", "bad");
        prober.when("bad", () -> failed("bad", "https://x.example/?w=1", new byte[70_000]));

        Round round = rounds(catalogue, blobs).run(SLOT);

        assertThat(evidence(round, "good")).isEmpty();
        EvidenceId id = evidence(round, "bad").orElseThrow();
        assertThat(id.value()).isEqualTo("20261123T100000000Z.0.here.bad");
        JsonNode json = JsonMapper.shared().readTree(store.document(id).orElseThrow().bytes());
        assertThat(json.path("message").asString()).isEqualTo("status: expected 200, got 500");
        assertThat(json.path("request").path("url").asString()).isEqualTo("https://x.example/?w=1");
        assertThat(json.path("answer").path("bodyBytes").asInt()).isEqualTo(70_000);
        assertThat(json.path("answer").path("address").asString()).isEqualTo("192.0.2.7");
        assertThat(json.path("findings")).hasSize(2);
        assertThat(json.path("findings").get(0).path("held").asBoolean()).isFalse();
        assertThat(json.path("curl").asString())
                .startsWith("curl -sS")
                .endsWith("'https://x.example/?w=1'");
        assertThat(store.body(id).orElseThrow().bytes()).hasSize(Evidence.MAX_BODY);
        assertThat(store.picture(id).orElseThrow().bytes()).isEqualTo(PNG);
    }

    @Test
    void isAsTheDescriptionOfTheApiSays() {
        prober.when("bad", () -> failed("bad", "https://x.example/?w=1", echo("x")));

        Round round = rounds(checks("bad"), blobs).run(SLOT);

        EvidenceId id = evidence(round, "bad").orElseThrow();
        byte[] kept = store.document(id).orElseThrow().bytes();
        assertThat(Described.faults("/api/v1/evidence/{id}", kept)).isEmpty();
    }

    @Test
    void noSecretIsEverKept() {
        prober.when("bad", () -> failed("bad", "https://x.example/?token=s3cr3t", echo("s3cr3t")));

        rounds(checks("bad"), blobs).run(SLOT);

        assertThat(blobs.list("evidence/")).hasSize(4);
        assertThat(blobs.list("evidence/"))
                .allSatisfy(name -> assertThat(text(name)).doesNotContain("s3cr3t", "g1mm3"));
    }

    @Test
    void aRepeatOfTheRoundChangesNothing() {
        prober.when("bad", () -> failed("bad", "https://x.example/", echo("first")));
        Round first = rounds(checks("bad"), blobs).run(SLOT);
        prober.when("bad", () -> failed("bad", "https://x.example/", echo("second")));

        Round second = rounds(checks("bad"), blobs).run(SLOT);

        assertThat(second.of(new CheckId("bad")).orElseThrow().evidence())
                .isEqualTo(evidence(first, "bad"));
        EvidenceId id = evidence(first, "bad").orElseThrow();
        assertThat(new String(store.body(id).orElseThrow().bytes(), StandardCharsets.UTF_8))
                .isEqualTo("first");
    }

    @Test
    void afterThreeInAnHourACheckNamesTheLastOfThem() {
        prober.when("bad", () -> failed("bad", "https://x.example/", echo("x")));
        ProbeRound rounds = rounds(checks("bad"), blobs);

        List<String> named =
                IntStream.range(0, 5)
                        .mapToObj(i -> rounds.confirm(SLOT, i, Set.of(id("bad"))))
                        .map(round -> evidence(round, "bad").orElseThrow().value())
                        .map(value -> value.substring(20, 21))
                        .toList();
        Slot nextHour = new Slot(Scene.START.plus(Duration.ofHours(1)), SLOT.length());

        assertThat(named).containsExactly("0", "1", "2", "2", "2");
        assertThat(evidence(rounds.run(nextHour), "bad").orElseThrow().value())
                .startsWith("20261123T110000000Z.0.");
    }

    @Test
    void eightOfARoundAreEnough() {
        String[] names = IntStream.range(0, 12).mapToObj(i -> "bad-" + i).toArray(String[]::new);
        for (String name : names) {
            prober.when(name, () -> failed(name, "https://x.example/", echo("x")));
        }

        Round round = rounds(checks(names), blobs).run(SLOT);

        assertThat(round.observations()).filteredOn(seen -> seen.evidence().isPresent()).hasSize(8);
    }

    @Test
    void aFullDayAdmitsNoMore() {
        EvidenceLedger full = store.ledger(HERE, Scene.START).written(EvidenceLedger.MAX_DAY + 1);
        store.putLedger(HERE, Scene.START, full);
        prober.when("bad", () -> failed("bad", "https://x.example/", echo("x")));

        Round round = rounds(checks("bad"), blobs).run(SLOT);

        assertThat(evidence(round, "bad")).isEmpty();
        assertThat(blobs.list("evidence/")).hasSize(1);
    }

    @Test
    void theLedgerCountsWhatWasWritten() {
        prober.when("bad", () -> failed("bad", "https://x.example/", echo("x")));

        rounds(checks("bad"), blobs).run(SLOT);

        long bytes =
                blobs.list("evidence/").stream()
                        .filter(name -> !name.contains("/ledger."))
                        .mapToLong(name -> blobs.get(name).orElseThrow().bytes().length)
                        .sum();
        assertThat(store.ledger(HERE, Scene.START).bytes()).isEqualTo(bytes);
    }

    @Test
    void aStoreThatIsOutOfOrderCostsNoRound() {
        prober.when("bad", () -> failed("bad", "https://x.example/", echo("x")));
        Blobs broken =
                new Blobs() {
                    @Override
                    public void put(String name, Blob blob) {
                        throw new IllegalStateException("no bucket");
                    }

                    @Override
                    public Optional<Blob> get(String name) {
                        throw new IllegalStateException("no bucket");
                    }

                    @Override
                    public List<String> list(String prefix) {
                        throw new IllegalStateException("no bucket");
                    }

                    @Override
                    public void delete(String name) {
                        throw new IllegalStateException("no bucket");
                    }
                };

        Round round = rounds(checks("bad"), broken).run(SLOT);

        assertThat(round.of(id("bad")).orElseThrow().failure()).isPresent();
        assertThat(evidence(round, "bad")).isEmpty();
        assertThat(troubles)
                .singleElement()
                .extracting(Throwable::getMessage)
                .isEqualTo("no bucket");
    }

    @Test
    void evidenceIsGoneAfterFourteenDays() {
        prober.when("bad", () -> failed("bad", "https://x.example/", echo("x")));
        rounds(checks("bad"), blobs).run(SLOT);

        store.purge(Scene.START.plus(EvidenceStore.KEPT));
        assertThat(blobs.list("evidence/")).hasSize(4);

        store.purge(Scene.START.plus(EvidenceStore.KEPT).plus(Duration.ofDays(1)));
        assertThat(blobs.list("")).isEmpty();
    }

    private ProbeRound rounds(Catalogue catalogue, Blobs kept) {
        var making =
                new BlobEvidence.Making(
                        (check, answer) -> Optional.of(PNG), Runnable::run, troubles::add);
        return new ProbeRound(
                catalogue,
                HERE,
                prober,
                stores,
                new Keepers(
                        new BlobEvidence(catalogue, new EvidenceStore(kept), making),
                        ProofKeeper.NONE),
                clock);
    }

    private final ProbeStores stores = ProbeStores.over(new InMemoryTable(clock));

    private static Catalogue checks(String... ids) {
        Scene scene = Scene.at("here").component("pictures");
        for (String id : ids) {
            scene.vital(id, CachePath.MISS);
        }
        return scene.catalogue();
    }

    private static Attempt failed(String check, String url, byte[] body) {
        Answer answer =
                new Answer(
                        500,
                        List.of(new Header("Set-Cookie", "id=g1mm3")),
                        body,
                        "HTTP/1.1",
                        "192.0.2.7",
                        Optional.empty());
        return new Attempt(
                id(check),
                new Exchange.Answered(
                        "GET",
                        URI.create(url),
                        List.of(new Header("Authorization", "g1mm3")),
                        Scene.START,
                        Phases.NONE,
                        false,
                        answer),
                List.of(
                        new Finding(
                                "status 200",
                                "500",
                                Optional.of(
                                        Failure.of(
                                                FailureReason.STATUS,
                                                "status: expected 200, got 500"))),
                        new Finding("header", "there", Optional.empty())));
    }

    private static byte[] echo(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String text(String name) {
        return new String(
                Objects.requireNonNull(blobs.get(name).orElseThrow().bytes()),
                StandardCharsets.ISO_8859_1);
    }

    private static CheckId id(String check) {
        return new CheckId(check);
    }

    private static Optional<EvidenceId> evidence(Round round, String check) {
        return round.of(id(check)).orElseThrow().evidence();
    }
}
