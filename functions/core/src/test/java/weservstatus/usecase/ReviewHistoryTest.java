package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import weservstatus.status.History;
import weservstatus.store.Chain;
import weservstatus.uptime.RawDay;
import weservstatus.uptime.Tally;
import weservstatus.verdict.Scene;

/** Finished days, frozen months and the raw rows behind them. */
class ReviewHistoryTest {
    private static final int DAY = 86_400;

    private final Story story = new Story(Story.small());

    private Chain chain() {
        return story.stores.raw().chain();
    }

    private void review(String moment) {
        story.hour((Instant.parse(moment).toEpochMilli() - Scene.START.toEpochMilli()) / 1_000.0);
    }

    @Test
    void aDayIsPartialUntilNothingCanChangeItAndThenALinkOfTheChain() {
        story.minute(0, "good");
        review("2026-11-24T00:07:00Z");
        assertThat(chain().lines()).isEmpty();
        assertThat(story.stores.raw().list())
                .extracting(RawDay::complete)
                .containsExactly(false, false);

        review("2026-11-24T01:00:00Z");
        review("2026-11-24T02:00:00Z");
        assertThat(chain().links()).hasSize(1);
        assertThat(story.stores.raw().list())
                .extracting(RawDay::complete)
                .containsExactly(true, false);
        assertThat(chain().firstBreak()).isEmpty();
    }

    @Test
    void finishingADayAgainChangesNothing() {
        story.minute(0, "good");
        review("2026-11-24T01:00:00Z");
        review("2026-11-24T02:00:00Z");
        List<String> lines = chain().lines();
        List<RawDay> days = story.stores.raw().list();
        story.stores.days().list(days.getFirst().date(), days.getFirst().date()).stream()
                .forEach(entry -> story.stores.raw().seal(entry.value()));
        story.restart();
        review("2026-11-24T02:00:00Z");

        assertThat(chain().lines()).isEqualTo(lines);
        assertThat(story.stores.raw().list()).isEqualTo(days);
    }

    @Test
    void aMonthIsFrozen72HoursAfterItsEndAndStaysAsItIs() {
        story.minute(0, "good");
        review("2026-11-23T11:30:00Z");
        review("2026-11-30T23:30:00Z");
        review("2026-12-03T23:30:00Z");
        assertThat(chain().months().months()).isEmpty();

        review("2026-12-04T00:30:00Z");
        History frozen = chain().months();
        assertThat(frozen.months())
                .singleElement()
                .satisfies(month -> {
                    assertThat(month.item().month()).isEqualTo(YearMonth.parse("2026-11"));
                    assertThat(month.sha256()).matches("[0-9a-f]{64}");
                    Tally tally = month.item().components().values().iterator().next();
                    assertThat(tally.operational()).isEqualTo(149_900);
                    // From the first round on the 23rd at ten to the end of the month.
                    assertThat(tally.elapsed()).isEqualTo((7 * DAY + 14 * 3_600) * 1_000L);
                });
        story.restart();
        review("2026-12-09T00:30:00Z");
        assertThat(chain().months()).isEqualTo(frozen);
        assertThat(chain().firstBreak()).isEmpty();
    }
}
