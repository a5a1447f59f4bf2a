package weservstatus.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.ComponentId;
import weservstatus.incident.IncidentStatus;
import weservstatus.incident.MaintenancePlan;
import weservstatus.incident.Timetable;
import weservstatus.notify.Subscription;
import weservstatus.observe.Round;
import weservstatus.status.StatusSnapshot;
import weservstatus.store.SnapshotJson;
import weservstatus.store.SubscriptionStore;
import weservstatus.store.TestClock;
import weservstatus.time.Interval;
import weservstatus.usecase.Administration;
import weservstatus.usecase.Mandate;
import weservstatus.usecase.NewIncident;
import weservstatus.usecase.NewUpdate;
import weservstatus.usecase.Outcome;
import weservstatus.usecase.Review;
import weservstatus.usecase.ReviewStores;
import weservstatus.usecase.Teller;
import weservstatus.verdict.Scene;

class ExportTest {
    private static final String HEAD = "{\"format\":\"weserv-status export\",\"v\":1}\n";
    private static final String ADDRESS = "somebody@example.org";
    private static final Catalogue CATALOGUE =
            Scene.at("here")
                    .component("pictures")
                    .vital("made", CachePath.MISS)
                    .vital("kept", CachePath.HIT)
                    .catalogue();

    private final TestClock clock = new TestClock(Scene.START);
    @TempDir private Path folder = Path.of("unset");

    @Test
    void anEmptyFolderThatReadsItShowsTheSamePage() throws Exception {
        Path from = Files.createDirectory(folder.resolve("from"));
        Path to = folder.resolve("to");
        StatusSnapshot before = lived(from);
        StringBuilder export = new StringBuilder();

        int written = Export.write(from, clock, export);
        int read = Import.read(to, clock, () -> reader(export.toString()));

        assertThat(read).isEqualTo(written).isGreaterThan(15);
        assertThat(export).startsWith(HEAD).doesNotContain(ADDRESS);
        try (SqliteTable table = SqliteTable.open(DataFolder.database(to), clock)) {
            ReviewStores stores = ReviewStores.over(table, DataFolder.blobs(to));
            assertThat(SnapshotJson.read(stores.snapshots().find().orElseThrow()))
                    .isEqualTo(before);
            assertThat(review(stores)).isEqualTo(before);
            assertThat(new SubscriptionStore(table).findAddress(ADDRESS)).isEmpty();
        }
    }

    @Test
    void aFolderThatHoldsSomethingIsLeftAlone() throws Exception {
        Path from = Files.createDirectory(folder.resolve("from"));
        lived(from);
        StringBuilder export = new StringBuilder();
        Export.write(from, clock, export);

        assertThatThrownBy(() -> Import.read(from, clock, () -> reader(export.toString())))
                .isInstanceOf(DataFolderTaken.class)
                .hasMessageContaining("is not empty");
        assertThatThrownBy(() -> Export.write(folder, clock, export))
                .isInstanceOf(DataFolderTaken.class)
                .hasMessageContaining("holds no data");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    {}                                                                  | line 2: partition is no text
                    {"partition": "a", "sort": "b", "version": "1", "document": "{}"}   | line 2: version is no number
                    {"partition": "a", "sort": "b", "version": 1, "extra": 1}           | line 2: it has a field that is not known
                    {"partition": "", "sort": "b", "version": 1, "document": "{}"}      | line 2: java.lang.IllegalArgumentException
                    {"blob": "../a", "type": "a/b", "base64": ""}                       | line 2: java.lang.IllegalArgumentException
                    []                                                                  | line 2: it is no JSON object
                    {                                                                   | line 2: it is no JSON
                    """)
    void aLineThatCannotBeReadIsNamed(String line, String reason) {
        assertThatThrownBy(
                        () -> Import.read(folder.resolve("to"), clock, () -> reader(HEAD + line)))
                .isInstanceOf(Import.Unreadable.class)
                .hasMessageStartingWith(reason);
        assertThat(Import.read(folder.resolve("to"), clock, () -> reader(HEAD))).isZero();
    }

    @Test
    void anExportOfAnotherVersionIsRefused() {
        assertThatThrownBy(() ->
                        Import.read(
                                folder.resolve("to"), clock, () -> reader(HEAD.replace("1", "2"))))
                .hasMessageStartingWith("line 1: it is no export of version 1");
    }

    /** Some good minutes, an outage with its incident, words of people and planned work. */
    private StatusSnapshot lived(Path from) {
        try (SqliteTable table = SqliteTable.open(DataFolder.database(from), clock)) {
            ReviewStores stores = ReviewStores.over(table, DataFolder.blobs(from));
            Administration admin =
                    Administration.over(CATALOGUE, table, DataFolder.blobs(from), clock);
            new SubscriptionStore(table)
                    .writing(
                            new Subscription(
                                    "abcdefghijkl",
                                    ADDRESS,
                                    Set.of(),
                                    clock.instant(),
                                    Optional.of(clock.instant()),
                                    List.of()),
                            SubscriptionStore.NONE)
                    .forEach(write -> assertThat(table.transact(List.of(write))).isTrue());
            for (int minute = 0; minute < 6; minute++) {
                stores.rounds().put(round(minute * 60.0, minute < 3 ? "good" : "bad"));
                clock.advance(Duration.ofMinutes(1));
                review(stores);
            }
            assertThat(admin.incidents().open(words(), mandate("one")))
                    .isInstanceOf(Outcome.Done.class);
            assertThat(admin.maintenance().plan(work(), mandate("two")))
                    .isInstanceOf(Outcome.Done.class);
            StatusSnapshot last = review(stores);
            assertThat(last.announcements().open()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(last.announcements().works()).hasSize(1);
            return last;
        }
    }

    private static Round round(double second, String word) {
        return Scene.round(
                "here",
                second,
                0,
                Scene.seen("made", second, word),
                Scene.seen("kept", second + 0.1, word));
    }

    private StatusSnapshot review(ReviewStores stores) {
        Teller nobody = Teller.of(ignored -> {}, ignored -> {});
        return new Review(CATALOGUE, stores, nobody, clock).run().snapshot();
    }

    private static NewIncident words() {
        NewUpdate update =
                new NewUpdate(
                        Optional.of(IncidentStatus.IDENTIFIED),
                        "We **look**.",
                        Optional.empty(),
                        Map.of(),
                        Optional.empty());
        return new NewIncident(
                "By people", Optional.empty(), Optional.empty(), Optional.empty(), List.of(update));
    }

    private MaintenancePlan work() {
        var start = clock.instant().plus(Duration.ofHours(1));
        return new MaintenancePlan(
                "Disks",
                "",
                Set.of(new ComponentId("pictures")),
                new Timetable.Once(new Interval(start, start.plus(Duration.ofHours(1)))),
                List.of(),
                false);
    }

    private static Mandate mandate(String key) {
        return new Mandate("ada", Optional.empty(), Optional.of(new Mandate.Key(key, "digest")));
    }

    private static BufferedReader reader(String text) {
        return new BufferedReader(new StringReader(text));
    }
}
