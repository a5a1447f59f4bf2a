package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.observe.Observation;
import weservstatus.observe.Round;
import weservstatus.time.Interval;
import weservstatus.uptime.DayItem;
import weservstatus.uptime.HourItem;
import weservstatus.uptime.Tally;
import weservstatus.uptime.Watched;
import weservstatus.verdict.Scene;

/** Hour and day items against the same counted from scratch, from all rounds there are. */
class ReviewCountsTest {
    private static final int HOUR = 3_600;

    private final Catalogue catalogue =
            Scene.at("here")
                    .component("pictures")
                    .vital("made", CachePath.MISS)
                    .component("effects")
                    .other("blur", Duration.ofMinutes(30))
                    .catalogue();
    private final Story story = new Story(catalogue);
    private final List<Round> rounds = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatEachMinuteCountsEqualsTheWhole(long seed) {
        Random random = new Random(seed);
        List<Round> late = new ArrayList<>();
        for (int minute = 0; minute < 3 * 60; minute++) {
            Round round = random(minute, random);
            rounds.add(round);
            if (random.nextInt(20) == 0) {
                late.add(round);
            } else {
                story.store(round);
            }
            if (minute % 3 == 2) {
                Collections.shuffle(late, random);
                late.forEach(story::store);
                late.clear();
            }
            if (random.nextInt(50) == 0) {
                story.restart();
            }
            story.review(minute * 60 + 30);
        }

        assertEqualsFromScratch(first(), story.clock.instant());
    }

    @Test
    void countsAcrossMidnight() {
        int from = 13 * 60 + 50;
        everyMinute(from, from + 20, "good");

        assertEqualsFromScratch(first(), story.clock.instant());
        assertThat(day("2026-11-23").elapsed()).isEqualTo(Duration.ofMinutes(10).toMillis());
        assertThat(day("2026-11-24").elapsed())
                .isEqualTo(Duration.ofMinutes(10).plusSeconds(30).toMillis());
    }

    @Test
    void hoursInWhichTheMonitorWasDownWereNotObserved() {
        everyMinute(0, 30, "good");
        everyMinute(5 * 60, 5 * 60 + 10, "good");

        assertEqualsFromScratch(first(), story.clock.instant());
        Tally tally = day("2026-11-23");
        assertThat(tally.elapsed()).isEqualTo(5 * HOUR * 1_000L + 630_000);
        // An answer is good for two and a half minutes.
        assertThat(tally.operational()).isEqualTo((30 * 60 + 150 + 630) * 1_000L);
        assertThat(tally.unobserved()).isEqualTo(tally.elapsed() - tally.operational());
    }

    @Test
    void nothingBeforeTheFirstRecordIsCounted() {
        everyMinute(20, 22, "good");

        assertThat(day("2026-11-23").elapsed()).isEqualTo(150_000);
        assertThat(day("2026-11-23").unobserved()).isZero();
    }

    @Test
    void aMonitorThatStartsWithoutARoundCountsFromItsFirstOne() {
        story.review(0);
        story.review(600);
        everyMinute(20, 22, "good");

        assertThat(day("2026-11-23").elapsed()).isEqualTo(150_000);
    }

    @Test
    void hoursWhoseRoundsHaveExpiredKeepWhatWasCounted() {
        everyMinute(0, 59, "good");
        HourItem counted = story.stores.hours().find(Scene.START).orElseThrow();
        story.restart();
        story.review(9 * 86_400);

        assertThat(story.stores.hours().find(Scene.START)).contains(counted);
    }

    @Test
    void anOutageAcrossTheTurnOfTheHourIsCountedFromItsBeginning() {
        everyMinute(50, 58, "good");
        everyMinute(59, 65, "bad");

        assertEqualsFromScratch(first(), story.clock.instant());
        assertThat(day("2026-11-23").major()).isEqualTo(420_000);
    }

    private void everyMinute(int first, int last, String word) {
        for (int minute = first; minute <= last; minute++) {
            Round round = Scene.round("here", minute * 60, Scene.seen("made", minute * 60, word));
            rounds.add(round);
            story.store(round);
            story.review(minute * 60 + 30);
        }
    }

    private static Round random(int minute, Random random) {
        double second = minute * 60 + random.nextInt(10);
        List<Observation> seen = new ArrayList<>();
        String[] words = {"good", "good", "good", "good", "slow", "bad", "timeout", "blocked"};
        seen.add(Scene.seen("made", second, words[random.nextInt(words.length)]));
        if (minute % 30 == 7) {
            seen.add(Scene.seen("blur", second, words[random.nextInt(words.length)]));
        }
        return Scene.round("here", second, seen.toArray(Observation[]::new));
    }

    private Instant first() {
        return rounds.stream().map(Round::started).min(Instant::compareTo).orElseThrow();
    }

    private Tally day(String date) {
        return story.stores
                .days()
                .find(LocalDate.parse(date))
                .orElseThrow()
                .rollup()
                .of(catalogue.components().getFirst().id())
                .tally();
    }

    private void assertEqualsFromScratch(Instant first, Instant now) {
        Interval all = new Interval(first, now);
        List<HourItem> today = new ArrayList<>();
        LocalDate date = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Instant hour = Interval.hour(first).start();
        while (hour.isBefore(now)) {
            Interval whole = Interval.hour(hour);
            HourItem item =
                    HourItem.of(
                            Watched.of(catalogue),
                            whole,
                            rounds,
                            whole.intersect(all).orElseThrow());
            assertThat(story.stores.hours().find(hour)).as("%s", hour).isEqualTo(Optional.of(item));
            if (LocalDate.ofInstant(hour, ZoneOffset.UTC).equals(date)) {
                today.add(item);
            }
            hour = whole.end();
        }
        assertThat(story.stores.days().find(date)).contains(DayItem.of(date, today));
    }
}
