package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.ComponentId;
import weservstatus.status.UptimeFigure;
import weservstatus.store.Chain;
import weservstatus.uptime.DayItem;
import weservstatus.uptime.RawDay;
import weservstatus.uptime.Revision;
import weservstatus.verdict.Scene;

/** Rounds that arrive when their day is finished: counted, written down anew, and said so. */
class ReviewLateRoundsTest {
    private static final ComponentId PICTURES = new ComponentId("pictures");
    private static final LocalDate DATE = LocalDate.parse("2026-11-23");
    private static final int FIRST_LATE = 8 * 60 + 30;
    private static final int LAST_LATE = FIRST_LATE + 3;

    private final Story story = new Story(Story.small());

    /** From 10:00 to 05:00, four rounds of which have not arrived. */
    @BeforeEach
    void aNightPasses() {
        story.rounds(0, FIRST_LATE - 1, "good");
        story.rounds(LAST_LATE + 1, 19 * 60, "good");
        hours(1, 19);
        assertThat(raw().state()).isEqualTo("complete");
        assertThat(figure()).isEqualTo("100.000");
        assertThat(day().revised()).isEmpty();
    }

    @Test
    void areCountedAndTheDayIsRevised() {
        RawDay before = raw().day();
        story.rounds(FIRST_LATE, LAST_LATE, "bad");
        hours(20, 20);

        assertThat(figure()).isEqualTo("99.523");
        assertThat(day().revised())
                .containsOnlyKeys(PICTURES)
                .extractingByKey(PICTURES)
                .satisfies(revision -> {
                    assertThat(UptimeFigure.uptime(revision.before())).contains("100.000");
                    assertThat(revision.at()).isEqualTo(story.clock.instant());
                });
        assertThat(raw().state()).isEqualTo("complete");
        assertThat(raw().day().sha256()).isNotEqualTo(before.sha256());
        assertThat(chain().lines()).as("the link before stays").hasSize(2);
        assertThat(chain().firstBreak()).isEmpty();
    }

    @Test
    void giveWhatTheyWouldHaveGivenInTime() {
        story.rounds(FIRST_LATE, LAST_LATE, "bad");
        hours(20, 20);
        Story punctual = new Story(Story.small());
        punctual.rounds(0, FIRST_LATE - 1, "good");
        punctual.rounds(FIRST_LATE, LAST_LATE, "bad");
        punctual.rounds(LAST_LATE + 1, 19 * 60, "good");
        for (int hour = 1; hour <= 20; hour++) {
            punctual.hour(hour * 3_600 + 31);
        }

        assertThat(day().rollup())
                .isEqualTo(punctual.stores.days().find(DATE).orElseThrow().rollup());
        assertThat(story.stores.raw().find(DATE).orElseThrow().bytes())
                .isEqualTo(punctual.stores.raw().find(DATE).orElseThrow().bytes());
        Instant hour = Scene.START.plus(Duration.ofHours(8));
        assertThat(story.stores.hours().find(hour)).isEqualTo(punctual.stores.hours().find(hour));
    }

    @Test
    void areFoundByAnotherProcessAndOnlyOnce() {
        story.rounds(FIRST_LATE, LAST_LATE, "bad");
        story.restart();
        story.hour(19 * 3_600 + 120);
        Revision revision = day().revised().get(PICTURES);
        assertThat(revision).isNotNull();
        hours(20, 22);
        story.restart();
        hours(23, 23);

        assertThat(day().revised()).containsEntry(PICTURES, revision);
        assertThat(chain().lines()).hasSize(2);
    }

    @Test
    void thatChangeNothingReviseNothing() {
        story.rounds(FIRST_LATE, LAST_LATE, "good");
        hours(20, 20);

        assertThat(day().rollup().of(PICTURES).tally().unobserved()).isLessThan(1_000);
        assertThat(day().revised()).isEmpty();
    }

    /** What the new check had not seen would make hours of a finished day unobserved. */
    @Test
    void ofAnotherCatalogueThatLooksFurtherAheadFinishedDaysKnowNothing() {
        DayItem before = day();
        Chain written = chain();
        Catalogue another =
                Scene.at("here")
                        .component("pictures")
                        .vital("new", CachePath.MISS)
                        .other("slow", Duration.ofHours(12))
                        .catalogue();
        Review review = new Review(another, story.stores, Teller.of(_ -> {}, _ -> {}), story.clock);
        for (int hour = 20; hour <= 22; hour++) {
            story.at(hour * 3_600 + 31);
            review.run();
            new RollUp(another, story.stores, story.clock).run(story.clock.instant());
        }

        assertThat(day()).isEqualTo(before);
        assertThat(raw().state()).isEqualTo("complete");
        assertThat(chain()).isEqualTo(written);
    }

    private void hours(int first, int last) {
        for (int hour = first; hour <= last; hour++) {
            story.hour(hour * 3_600 + 31);
        }
    }

    private DayItem day() {
        return story.stores.days().find(DATE).orElseThrow();
    }

    private String figure() {
        return UptimeFigure.uptime(day().rollup().of(PICTURES).tally()).orElse("");
    }

    private record Raw(RawDay day, String state) {}

    private Raw raw() {
        RawDay day =
                story.stores.raw().list().stream()
                        .filter(one -> one.date().equals(DATE))
                        .findFirst()
                        .orElseThrow();
        return new Raw(day, day.complete() ? "complete" : "partial");
    }

    private Chain chain() {
        return story.stores.raw().chain();
    }
}
