package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import weservstatus.status.StatusSnapshot;
import weservstatus.store.Table;
import weservstatus.verdict.ComponentStatus;
import weservstatus.verdict.Headline;

/** Who is told what, how often, when things break or happen twice at once. */
class ReviewTellsTest {
    private final Trouble trouble = new Trouble();
    private final Story story = new Story(Story.small(), trouble::around);

    @Test
    void everyChangeIsToldOnceInTheirOrder() {
        play();
        for (int i = 0; i < 3; i++) {
            story.restart();
            story.review(400 + i);
        }

        assertThat(story.changes())
                .containsExactly("operational → major_outage", "major_outage → operational");
        assertThat(story.ids())
                .containsExactly(
                        "2026-11-23T10:01:12Z/major_outage", "2026-11-23T10:05:01Z/operational");
    }

    @Test
    void aCrashAfterTellingRepeatsTheChangeUnderTheSameId() {
        beforeTheOutage();
        trouble.failAt("review", 2);
        assertThatThrownBy(() -> story.review(72)).isInstanceOf(Trouble.Broken.class);
        story.restart();
        story.review(73);
        story.review(74);

        assertThat(story.ids())
                .containsExactly(
                        "2026-11-23T10:01:12Z/major_outage", "2026-11-23T10:01:12Z/major_outage");
    }

    @Test
    void aCrashBeforeTheStateIsWrittenTellsNothing() {
        beforeTheOutage();
        trouble.failAt("review", 1);
        assertThatThrownBy(() -> story.review(72)).isInstanceOf(Trouble.Broken.class);
        assertThat(story.told).isEmpty();

        story.review(73);

        assertThat(story.ids()).containsExactly("2026-11-23T10:01:13Z/major_outage");
    }

    @Test
    void aCrashBetweenStateAndSnapshotLosesNoChange() {
        beforeTheOutage();
        trouble.failAt("snapshot", 1);
        assertThatThrownBy(() -> story.review(72)).isInstanceOf(Trouble.Broken.class);
        story.restart();
        story.review(73);

        assertThat(story.ids()).containsExactly("2026-11-23T10:01:12Z/major_outage");
        assertThat(story.published().status()).isEqualTo(ComponentStatus.MAJOR_OUTAGE);
    }

    @Test
    void whatCouldNotBeToldIsToldLaterInOrder() {
        beforeTheOutage();
        Review deaf =
                new Review(
                        story.catalogue,
                        story.stores,
                        Teller.of(
                                change -> {
                                    throw new Trouble.Broken();
                                },
                                story.news::add),
                        story.clock);
        story.at(72);
        assertThatThrownBy(deaf::run).isInstanceOf(Trouble.Broken.class);
        story.rounds(2, 4, "good");
        story.at(241);
        assertThatThrownBy(deaf::run).isInstanceOf(Trouble.Broken.class);
        assertThat(story.published().status()).isEqualTo(ComponentStatus.OPERATIONAL);

        story.review(242);

        assertThat(story.changes())
                .containsExactly("operational → major_outage", "major_outage → operational");
    }

    @Test
    void theReviewThatWasOvertakenStartsAgainAndTellsNothing() {
        beforeTheOutage();
        Review other = story.another();
        // Between this review's reading and its writing another one goes all the way.
        trouble.once("review", other::run);
        story.review(72);

        assertThat(story.ids()).containsExactly("2026-11-23T10:01:12Z/major_outage");
        assertThat(story.stores.state().find().orElseThrow().state().untold()).isEmpty();
    }

    @Test
    void theOvertakenReviewDoesNotReplaceWhatIsNewer() {
        beforeTheOutage();
        trouble.once(
                "snapshot",
                () -> {
                    story.round(130, 2, "good");
                    story.at(131);
                    story.another().run();
                });
        StatusSnapshot overtaken = story.review(72);

        assertThat(overtaken.headline()).isEqualTo(Headline.DOWN);
        assertThat(story.published().headline()).isEqualTo(Headline.RECOVERING);
        assertThat(story.ids().stream().distinct())
                .containsExactly("2026-11-23T10:01:12Z/major_outage");
    }

    @Test
    void ofManyReviewsAtOnceEachChangeKeepsOneId() throws Exception {
        beforeTheOutage();
        story.at(72);
        int many = 4;
        CyclicBarrier start = new CyclicBarrier(many);
        List<StatusChange> told = Collections.synchronizedList(story.told);
        try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
            List<Future<StatusSnapshot>> runs =
                    IntStream.range(0, many)
                            .mapToObj(i ->
                                    threads.submit(() -> {
                                        Review one =
                                                new Review(
                                                        story.catalogue,
                                                        story.stores,
                                                        Teller.of(told::add, _ -> {}),
                                                        story.clock);
                                        start.await(10, TimeUnit.SECONDS);
                                        return one.run().snapshot();
                                    }))
                            .toList();
            for (Future<StatusSnapshot> run : runs) {
                assertThat(run.get(20, TimeUnit.SECONDS).status())
                        .isEqualTo(ComponentStatus.MAJOR_OUTAGE);
            }
        }

        assertThat(story.ids().stream().distinct())
                .containsExactly("2026-11-23T10:01:12Z/major_outage");
        assertThat(story.stores.state().find().orElseThrow().state().untold()).isEmpty();
    }

    private void beforeTheOutage() {
        story.minute(0, "good");
        story.minute(1, "bad");
        story.round(71, 1, "bad");
    }

    private void play() {
        beforeTheOutage();
        story.review(72);
        story.minute(2, "bad");
        for (int minute = 3; minute <= 5; minute++) {
            story.minute(minute, "good");
        }
    }

    /** A table on which something happens just before a write to a partition. */
    private static final class Trouble {
        static final class Broken extends RuntimeException {
            private static final long serialVersionUID = 1;
        }

        private record Plan(String partition, int write, Runnable action) {}

        private Optional<Plan> plan = Optional.empty();

        /** The nth write from now breaks. */
        void failAt(String partition, int write) {
            plan =
                    Optional.of(
                            new Plan(
                                    partition,
                                    write,
                                    () -> {
                                        throw new Broken();
                                    }));
        }

        void once(String partition, Runnable action) {
            plan = Optional.of(new Plan(partition, 1, action));
        }

        Table around(Table table) {
            return new WatchedTable(table, this::write);
        }

        private void write(String what) {
            Optional<Plan> due = plan.filter(p -> what.equals("put " + p.partition()));
            if (due.isPresent()) {
                int left = due.get().write() - 1;
                plan =
                        Optional.of(new Plan(due.get().partition(), left, due.get().action()))
                                .filter(p -> left > 0);
                if (left == 0) {
                    due.get().action().run();
                }
            }
        }
    }
}
