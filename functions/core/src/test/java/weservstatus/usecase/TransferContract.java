package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import weservstatus.check.ComponentId;
import weservstatus.incident.MaintenancePlan;
import weservstatus.incident.Timetable;
import weservstatus.notify.Subscription;
import weservstatus.status.StatusSnapshot;
import weservstatus.store.Blobs;
import weservstatus.store.SnapshotJson;
import weservstatus.store.SubscriptionStore;
import weservstatus.store.Table;
import weservstatus.store.TestClock;
import weservstatus.time.Interval;
import weservstatus.usecase.ImportSteps.Result;
import weservstatus.verdict.Scene;

/** What holds for exports and imports on every store. */
public interface TransferContract {
    String ID = "aaaaaaaaaaaa";
    String ADDRESS = "somebody@example.org";

    /** Where everything lies. */
    record Stores(Table table, Blobs blobs) {}

    /** New, empty ones. */
    Stores stores(TestClock clock);

    @Test
    default void anEmptyMonitorThatReadsEverythingShowsTheSamePage() {
        TestClock clock = new TestClock(Scene.START);
        Stores from = stores(clock);
        StatusSnapshot before = lived(from, clock);
        from.blobs().put("raw/large", large());
        List<String> pages = pages(from);
        assertThat(pages.size()).isGreaterThan(2);
        assertThat(pages)
                .allSatisfy(page ->
                        assertThat(page.getBytes(StandardCharsets.UTF_8).length)
                                .isLessThan(1_300_000))
                .noneSatisfy(page -> assertThat(page).contains(ADDRESS));

        Stores to = stores(clock);
        ImportSteps imports = new ImportSteps(to.table(), to.blobs(), clock);
        for (int part = 0; part < pages.size(); part++) {
            assertThat(imports.lay(ID, part, bytes(pages.get(part))))
                    .isInstanceOf(Result.Done.class);
        }
        // Each part twice: an answer may be lost.
        for (int part = 0; part < pages.size(); part++) {
            assertThat(imports.keep(ID, part, pages.size(), "ada")).isInstanceOf(Result.Done.class);
            assertThat(imports.keep(ID, part, pages.size(), "ada")).isInstanceOf(Result.Done.class);
        }

        ReviewStores read = ReviewStores.over(to.table(), to.blobs());
        assertThat(SnapshotJson.read(read.snapshots().find().orElseThrow())).isEqualTo(before);
        assertThat(review(read, clock)).isEqualTo(before);
        assertThat(to.blobs().get("raw/large").orElseThrow().bytes()).isEqualTo(large().bytes());
        assertThat(new SubscriptionStore(to.table()).findAddress(ADDRESS)).isEmpty();
        assertThat(to.blobs().list("import/")).isEmpty();
        assertThat(imports.lay("bbbbbbbbbbbb", 0, bytes(pages.getFirst())))
                .isInstanceOf(Result.Refused.class);
    }

    @Test
    default void nothingIsKeptBeforeAllIsThereAndCanBeRead() {
        TestClock clock = new TestClock(Scene.START);
        Stores from = stores(clock);
        lived(from, clock);
        List<String> pages = pages(from);
        Stores to = stores(clock);
        ImportSteps imports = new ImportSteps(to.table(), to.blobs(), clock);

        assertThat(imports.lay(ID, 0, bytes(pages.getFirst() + "{}\n")))
                .isInstanceOfSatisfying(
                        Result.Unreadable.class,
                        bad -> assertThat(bad.reason()).isEqualTo("partition is no text"));
        assertThat(imports.lay(ID, 1, bytes(pages.getFirst())))
                .isEqualTo(new Result.Unreadable(1, "only an export's first line is its head"));
        imports.lay(ID, 0, bytes(pages.getFirst()));
        assertThat(imports.keep(ID, 0, 2, "ada"))
                .isEqualTo(new Result.Refused("part 1 was not laid aside"));
        assertThat(imports.keep(ID, 1, 2, "ada"))
                .isEqualTo(new Result.Refused("it was not begun: keep part 0 first"));
        assertThat(imports.lay(ID, 1, bytes(subscriber())))
                .isEqualTo(new Result.Unreadable(1, "no export holds subscription"));

        ReviewStores read = ReviewStores.over(to.table(), to.blobs());
        assertThat(read.incidents().newest(1)).isEmpty();
        assertThat(read.snapshots().find()).isEmpty();
        assertThat(read.state().find()).isEmpty();
    }

    @Test
    default void whatWasBegunIsFinishedBeforeAnotherComes() {
        TestClock clock = new TestClock(Scene.START);
        Stores from = stores(clock);
        lived(from, clock);
        from.blobs().put("raw/large", large());
        List<String> pages = pages(from);
        Stores to = stores(clock);
        ImportSteps imports = new ImportSteps(to.table(), to.blobs(), clock);
        for (int part = 0; part < pages.size(); part++) {
            imports.lay(ID, part, bytes(pages.get(part)));
        }
        imports.keep(ID, 0, pages.size(), "ada");

        assertThat(imports.lay("bbbbbbbbbbbb", 0, bytes(pages.getFirst())))
                .isEqualTo(new Result.Refused("import " + ID + " is not finished"));
        ImportSteps later = new ImportSteps(to.table(), to.blobs(), clock);
        for (int part = 0; part < pages.size(); part++) {
            assertThat(later.keep(ID, part, pages.size(), "ada")).isInstanceOf(Result.Done.class);
        }
        assertThat(ReviewStores.over(to.table(), to.blobs()).snapshots().find()).isPresent();
    }

    private static String subscriber() {
        return "{\"partition\":\"subscription\",\"sort\":\"a\",\"version\":1,\"document\":\"{}\"}";
    }

    /** Every page, as each is asked for by where the one before ended. */
    private static List<String> pages(Stores from) {
        ExportPages export = new ExportPages(Story.small(), from.table(), from.blobs());
        List<String> pages = new ArrayList<>();
        ExportPages.Page page = export.first();
        pages.add(String.join("\n", page.lines()) + "\n");
        while (page.next().isPresent()) {
            page = export.after(page.next().get()).orElseThrow();
            pages.add(String.join("\n", page.lines()) + "\n");
        }
        assertThat(export.after("bm8gc3VjaCBwbGFjZQ")).isEmpty();
        return pages;
    }

    /** Some good minutes, an outage with its incident, planned work, and a subscriber. */
    private static StatusSnapshot lived(Stores stores, TestClock clock) {
        ReviewStores kept = ReviewStores.over(stores.table(), stores.blobs());
        Instant now = clock.instant();
        new SubscriptionStore(stores.table())
                .writing(
                        new Subscription(
                                "abcdefghijkl",
                                ADDRESS,
                                Set.of(),
                                now,
                                Optional.of(now),
                                List.of()),
                        SubscriptionStore.NONE)
                .forEach(write -> assertThat(stores.table().transact(List.of(write))).isTrue());
        for (int minute = 0; minute < 6; minute++) {
            double second = minute * 60.0;
            String word = minute < 3 ? "good" : "bad";
            kept.rounds()
                    .put(
                            Scene.round(
                                    "here",
                                    second,
                                    Scene.seen("made", second, word),
                                    Scene.seen("kept", second + 0.1, word)));
            clock.advance(Duration.ofMinutes(1));
            review(kept, clock);
        }
        Administration admin =
                Administration.over(Story.small(), stores.table(), stores.blobs(), clock);
        Instant start = clock.instant().plus(Duration.ofHours(1));
        MaintenancePlan work =
                new MaintenancePlan(
                        "Disks",
                        "",
                        Set.of(new ComponentId("pictures")),
                        new Timetable.Once(new Interval(start, start.plus(Duration.ofHours(1)))),
                        List.of(),
                        false);
        Mandate mandate =
                new Mandate("ada", Optional.empty(), Optional.of(new Mandate.Key("key", "digest")));
        assertThat(admin.maintenance().plan(work, mandate)).isInstanceOf(Outcome.Done.class);
        StatusSnapshot last = review(kept, clock);
        assertThat(last.announcements().open()).isNotEmpty();
        assertThat(last.announcements().works()).hasSize(1);
        return last;
    }

    private static StatusSnapshot review(ReviewStores stores, TestClock clock) {
        Teller nobody = Teller.of(ignored -> {}, ignored -> {});
        return new Review(Story.small(), stores, nobody, clock).run().snapshot();
    }

    /** More than fits a page. */
    private static Blobs.Blob large() {
        byte[] bytes = new byte[1_500_000];
        new Random(1).nextBytes(bytes);
        return new Blobs.Blob(bytes, "application/gzip");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
