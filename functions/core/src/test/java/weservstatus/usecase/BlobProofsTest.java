package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.CheckId;
import weservstatus.check.Expectation;
import weservstatus.check.HttpCheck;
import weservstatus.check.LocationId;
import weservstatus.observe.Answer;
import weservstatus.observe.Attempt;
import weservstatus.observe.Proof;
import weservstatus.store.Blobs;
import weservstatus.store.CountedBlobs;
import weservstatus.store.InMemoryBlobs;
import weservstatus.store.InMemoryTable;
import weservstatus.store.ProofStore;
import weservstatus.store.ProofStore.Line;
import weservstatus.store.TestClock;
import weservstatus.time.Slot;
import weservstatus.verdict.Scene;

class BlobProofsTest {
    private static final LocationId HERE = new LocationId("here");
    private static final LocationId THERE = new LocationId("there");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TestClock clock = new TestClock(Scene.START);
    private final CountedBlobs blobs = new CountedBlobs(new InMemoryBlobs());
    private final ProofStore store = new ProofStore(blobs);
    private final List<Throwable> troubles = new ArrayList<>();
    private final List<String> drawn = new ArrayList<>();
    private final ScriptedProber prober = new ScriptedProber();
    private int size = 10;
    private boolean works = true;

    @Test
    void keepsThePictureOfAGoodAnswerBesideTheExpectedOne() {
        run(HERE, cards(List.of("here"), "webp"), 0);

        assertThat(store.of(HERE))
                .extracting(Line::check, Line::at, Line::width, Line::height)
                .containsExactly(tuple(new CheckId("webp"), Scene.START, 40, 30));
        assertThat(store.received("here.webp").orElseThrow().contentType()).isEqualTo("image/webp");
        assertThat(store.received("here.webp").orElseThrow().bytes()).hasSize(10);
        assertThat(store.expected("here.webp").orElseThrow().contentType()).isEqualTo("image/png");
    }

    @Test
    void looksAnewInTheNextHourAndNotBefore() {
        Catalogue catalogue = cards(List.of("here"), "webp");

        for (int minute : new int[] {0, 1, 59, 60, 61}) {
            run(HERE, catalogue, minute);
        }

        assertThat(drawn).hasSize(2);
        assertThat(blobs.list("evidence/last/")).hasSize(3);
    }

    /** Of each check two pictures, at once and after a week; the list of all every other hour. */
    @ParameterizedTest
    @CsvSource({"0, 5", "1, 5", "2, 6", "3, 6", "24, 17", "167, 88", "168, 93"})
    void whatComesAgainAsItWasIsWrittenOnceAWeek(int hours, int puts) {
        Catalogue catalogue = cards(List.of("here"), "webp", "avif");

        for (int hour = 0; hour <= hours; hour++) {
            run(HERE, catalogue, hour * 60);
        }

        assertThat(drawn).hasSize(2 * (hours + 1));
        assertThat(blobs.puts()).isEqualTo(puts);
    }

    @Test
    void anotherPictureIsWrittenWithinTheHour() {
        Catalogue catalogue = cards(List.of("here"), "webp");
        run(HERE, catalogue, 0);
        size = 11;

        run(HERE, catalogue, 60);

        assertThat(store.received("here.webp").orElseThrow().bytes()).hasSize(11);
        assertThat(store.of(HERE))
                .extracting(Line::at)
                .containsExactly(Scene.START.plus(Duration.ofHours(1)));
    }

    @Test
    void aListWithoutDigestsIsReadAndItsPicturesAreWrittenAnew() {
        Catalogue catalogue = cards(List.of("here"), "webp");
        String list =
                "{'proofs':[{'check':'webp','at':'%s','width':40,'height':30}]}"
                        .formatted(Scene.START.minusSeconds(3_600));
        blobs.put(
                "evidence/last/here.json",
                new Blobs.Blob(list.replace('\'', '"').getBytes(StandardCharsets.UTF_8), "x/y"));

        run(HERE, catalogue, 0);

        assertThat(store.received("here.webp")).isPresent();
        assertThat(troubles).isEmpty();
    }

    @Test
    void aRestartRemembersWhatIsKept() {
        Catalogue catalogue = cards(List.of("here"), "webp");
        run(keepers(HERE, catalogue), HERE, catalogue, 0);

        run(keepers(HERE, catalogue), HERE, catalogue, 1);

        assertThat(drawn).hasSize(1);
    }

    @Test
    void aBadAnswerLeavesTheLastGoodPicture() {
        Catalogue catalogue = cards(List.of("here"), "webp");
        run(HERE, catalogue, 0);
        works = false;

        run(HERE, catalogue, 60);

        assertThat(store.of(HERE)).extracting(Line::at).containsExactly(Scene.START);
    }

    @Test
    void checksWithoutAComputedPictureAndTooLargeOnesAreLeftOut() {
        run(HERE, Scene.at("here").component("all").vital("plain", CachePath.MISS).catalogue(), 0);
        size = Proof.MAX_PICTURE + 1;
        run(HERE, cards(List.of("here"), "huge"), 1);

        assertThat(drawn).containsExactly("huge");
        assertThat(blobs.list("")).isEmpty();
    }

    @Test
    void aRoundKeepsEightAndTheNextOnesTheRest() {
        String[] names = IntStream.range(0, 12).mapToObj(i -> "card-" + i).toArray(String[]::new);
        Catalogue catalogue = cards(List.of("here"), names);

        run(HERE, catalogue, 0);
        assertThat(store.of(HERE)).hasSize(8);
        run(HERE, catalogue, 1);

        assertThat(store.of(HERE)).hasSize(12);
        assertThat(drawn).doesNotHaveDuplicates();
    }

    @Test
    void locationsTakeTurnsByTheHour() {
        Catalogue catalogue = cards(List.of("here", "there"), "webp");
        run(HERE, catalogue, 0);
        run(THERE, catalogue, 0);
        drawn.clear();

        for (int hour = 1; hour <= 4; hour++) {
            size++;
            run(HERE, catalogue, hour * 60);
            run(THERE, catalogue, hour * 60);
        }

        assertThat(drawn).hasSize(4);
        assertThat(store.of(HERE).getFirst().at()).isNotEqualTo(store.of(THERE).getFirst().at());
    }

    @Test
    void aCheckThatIsGoneIsListedNoMore() {
        run(HERE, cards(List.of("here"), "old", "kept"), 0);

        run(HERE, cards(List.of("here"), "kept"), 60);

        assertThat(store.of(HERE)).extracting(Line::check).containsExactly(new CheckId("kept"));
    }

    @Test
    void aStoreThatIsOutOfOrderCostsNoRound() {
        Catalogue catalogue = cards(List.of("here"), "webp");
        blobs.put(
                "evidence/last/here.json",
                new Blobs.Blob("{".getBytes(StandardCharsets.UTF_8), "x/y"));

        run(HERE, catalogue, 0);

        assertThat(drawn).isEmpty();
        assertThat(troubles).singleElement().asString().contains("list of proofs");
    }

    private final Map<LocationId, Keepers> kept = new HashMap<>();
    private final Map<LocationId, Catalogue> catalogues = new HashMap<>();

    private void run(LocationId place, Catalogue catalogue, int minute) {
        if (!catalogue.equals(catalogues.put(place, catalogue))) {
            kept.put(place, keepers(place, catalogue));
        }
        run(kept.getOrDefault(place, Keepers.NONE), place, catalogue, minute);
    }

    private void run(Keepers keepers, LocationId place, Catalogue catalogue, int minute) {
        Slot slot = new Slot(Scene.START.plus(MINUTE.multipliedBy(minute)), MINUTE);
        clock.advance(Duration.between(clock.instant(), slot.start()));
        for (Check check : catalogue.active()) {
            Attempt attempt =
                    works
                            ? ScriptedProber.good(check, slot.start())
                            : ScriptedProber.timeout(check.id(), slot.start());
            prober.when(check.id().value(), () -> attempt);
        }
        new ProbeRound(catalogue, place, prober, stores, keepers, clock).run(slot);
    }

    private final ProbeStores stores = ProbeStores.over(new InMemoryTable(clock));

    private Keepers keepers(LocationId place, Catalogue catalogue) {
        var making = new BlobProofs.Making(this::drawn, Runnable::run, troubles::add);
        return new Keepers(EvidenceKeeper.NONE, new BlobProofs(catalogue, place, store, making));
    }

    private static Catalogue cards(List<String> places, String... ids) {
        Scene scene = Scene.at(places.toArray(String[]::new)).component("all");
        for (String id : ids) {
            scene.vital(id, CachePath.MISS);
        }
        Catalogue plain = scene.catalogue();
        return new Catalogue(
                plain.page(),
                plain.pace(),
                plain.locations(),
                plain.targets(),
                plain.control(),
                plain.groups(),
                plain.components(),
                plain.checks().stream().map(BlobProofsTest::card).toList());
    }

    private static Check card(Check check) {
        return ((HttpCheck) check).expecting(List.of(new Expectation.CardAsRequested()));
    }

    private Optional<Proof> drawn(Check check, Answer answer) {
        drawn.add(check.id().value());
        return Optional.of(new Proof(new byte[size], "image/webp", new byte[] {1}, 40, 30));
    }
}
