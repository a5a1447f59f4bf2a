package weservstatus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weservstatus.api.Router;
import weservstatus.check.CachePath;
import weservstatus.check.ComponentId;
import weservstatus.document.Documents;
import weservstatus.local.DataFolder;
import weservstatus.local.FolderBlobs;
import weservstatus.local.Server;
import weservstatus.local.SiteFiles;
import weservstatus.status.SampleSnapshots;
import weservstatus.store.Blobs;
import weservstatus.store.InMemoryTable;
import weservstatus.store.RawHour;
import weservstatus.store.RawStore;
import weservstatus.time.Interval;
import weservstatus.uptime.DayItem;
import weservstatus.uptime.Latency;
import weservstatus.uptime.Rollup;
import weservstatus.uptime.Share;
import weservstatus.uptime.Tally;
import weservstatus.uptime.Watched;
import weservstatus.verdict.Scene;

class VerifyHistoryCommandTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-11-23");

    @TempDir private Path folder = Path.of("unset");
    private FolderBlobs blobs = DataFolder.blobs(folder);

    @BeforeEach
    void threeDaysWereFinished() {
        blobs = DataFolder.blobs(folder);
        RawStore raw = new RawStore(blobs);
        for (int day = 0; day < 3; day++) {
            finish(raw, FIRST.plusDays(day), day);
        }
    }

    private static void finish(RawStore raw, LocalDate date, int day) {
        Interval hour = Interval.hour(Interval.day(date).start());
        Watched watched =
                Watched.of(
                        Scene.at("here").component("all").vital("it", CachePath.HIT).catalogue());
        raw.put(new RawHour(watched, hour.start(), hour, List.of()));
        var shares = new TreeMap<ComponentId, Share>();
        shares.put(new ComponentId("all"), new Share(new Tally(day, 0, 0, 0, 0, 0), Latency.NONE));
        raw.seal(new DayItem(date, new Rollup(shares, Latency.NONE)));
    }

    @Test
    void findsAnUntouchedHistoryGoodInItsFolderAndOnItsPage() {
        CommandRun inFolder = CommandRun.of("verify-history", "--data", folder.toString());

        assertThat(inFolder.err()).isEmpty();
        assertThat(inFolder.exitCode()).isZero();
        assertThat(inFolder.out()).startsWith("3 finished days, 2026-11-23 to 2026-11-25, each as");
        try (Server server = serve()) {
            CommandRun onPage =
                    CommandRun.of("verify-history", "--endpoint", server.url().toString());

            assertThat(onPage).isEqualTo(inFolder);
        }
    }

    @Test
    void namesTheDayWhoseRowsWereAltered() {
        String name = "raw/2026-11-24.ndjson.gz";
        byte[] bytes = blobs.get(name).orElseThrow().bytes().clone();
        bytes[bytes.length / 2] ^= 1;
        blobs.put(name, new Blobs.Blob(bytes, RawStore.TYPE));

        assertRefused("2026-11-24: its raw rows are not those that were written");
    }

    @Test
    void namesTheDayWhoseRowsAreGone() {
        blobs.delete("raw/2026-11-25.ndjson.gz");

        assertRefused("2026-11-25: its raw rows are missing");
    }

    @Test
    void namesTheDayThatDoesNotContinueOneThatWasAltered() {
        rewrite(chain().replace("\"operational\":1,", "\"operational\":7,"));

        assertRefused("2026-11-25 does not continue 2026-11-24");
    }

    @Test
    void namesTheDayBeforeWhichOneWasTakenOut() {
        List<String> lines = chain().lines().toList();
        rewrite(lines.get(0) + "\n" + lines.get(2) + "\n");

        assertRefused("2026-11-25 does not continue 2026-11-23");
    }

    @Test
    void refusesAFolderOrAPageThatIsNotThere() {
        assertThat(CommandRun.of("verify-history", "--data", folder + "/none").exitCode())
                .isEqualTo(2);
        assertThat(CommandRun.of("verify-history", "--endpoint", "http://127.0.0.1:1").exitCode())
                .isEqualTo(2);
        assertThat(CommandRun.of("verify-history").exitCode()).isEqualTo(2);
    }

    private Server serve() {
        var documents = Optional.of(Documents.of(SampleSnapshots.calm()));
        Router router =
                new Router(
                        () -> documents,
                        new InMemoryTable(() -> SampleSnapshots.NOW),
                        blobs,
                        () -> SampleSnapshots.NOW);
        return Server.start(
                0,
                router::handle,
                SiteFiles.bundled(() -> URI.create("https://status.example.org")),
                Throwable::printStackTrace);
    }

    private String chain() {
        byte[] bytes = blobs.get(RawStore.CHAIN).orElseThrow().bytes();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void rewrite(String chain) {
        blobs.put(
                RawStore.CHAIN,
                new Blobs.Blob(chain.getBytes(StandardCharsets.UTF_8), "application/x-ndjson"));
    }

    private void assertRefused(String reason) {
        CommandRun run = CommandRun.of("verify-history", "--data", folder.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().strip()).isEqualTo(reason);
    }
}
