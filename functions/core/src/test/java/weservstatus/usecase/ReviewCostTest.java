package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.observe.Observation;
import weservstatus.verdict.Scene;

/** What one review of a warm process costs at the table. */
class ReviewCostTest {
    private final List<String> asked = new ArrayList<>();

    @ParameterizedTest(name = "{0} checks, {1} days of history")
    @CsvSource({"1, 0", "1, 60", "40, 0", "40, 60"})
    void readsDoNotDependOnTheNumberOfChecksOrDays(int checks, int days) {
        Story story = new Story(catalogue(checks), table -> new WatchedTable(table, asked::add));
        minute(story, 0, checks);
        int start = days * 24 * 60;
        minute(story, start, checks);
        minute(story, start + 1, checks);
        asked.clear();
        minute(story, start + 2, checks);

        assertThat(asked)
                .containsExactly(
                        "put round#here",
                        "get review",
                        "query round#here",
                        "query maintenance",
                        "query override",
                        "put hour",
                        "query hour",
                        "put day",
                        "query day",
                        "query hour",
                        "put review",
                        "query incident-log",
                        "get snapshot",
                        "put snapshot");
    }

    @Test
    void roundsThatWereReadAreNotReadAgain() {
        List<Integer> pages = new ArrayList<>();
        Story story = new Story(catalogue(2), table -> new WatchedTable(table, asked::add));
        for (int minute = 0; minute < 400; minute++) {
            asked.clear();
            minute(story, minute, 2);
            if (minute % 60 > 0) {
                pages.add((int) asked.stream().filter("query round#here"::equals).count());
            }
        }
        // When the hour turns all are read, to find those that came late.
        assertThat(pages).containsOnly(1);

        story.restart();
        asked.clear();
        minute(story, 400, 2);
        // A new process reads them all, in pages of 100.
        assertThat(asked.stream().filter("query round#here"::equals).count()).isGreaterThan(1);
    }

    private static Catalogue catalogue(int checks) {
        Scene scene = Scene.at("here").component("pictures").vital("check-0", CachePath.MISS);
        for (int i = 1; i < checks; i++) {
            scene.component("part-" + i).other("check-" + i, Duration.ofMinutes(60));
        }
        return scene.catalogue();
    }

    private static void minute(Story story, int minute, int checks) {
        List<Observation> seen = new ArrayList<>();
        for (int i = 0; i < checks; i++) {
            if (i == 0 || i % 60 == minute % 60) {
                seen.add(Scene.seen("check-" + i, minute * 60, "good"));
            }
        }
        story.store(Scene.round("here", minute * 60, seen.toArray(Observation[]::new)));
        story.review(minute * 60 + 5);
    }
}
