package weservstatus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeriodStoreTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final Duration HOUR = Duration.ofHours(1);

    private final TestClock clock = new TestClock(NOON);
    private final Table table = new InMemoryTable(clock);
    private final PeriodStore<Instant, Integer> hours =
            PeriodStore.hours(table, new Numbers(), Duration.ofDays(2));
    private final PeriodStore<LocalDate, Integer> days =
            PeriodStore.days(table, new Numbers(), Duration.ofDays(400));

    /** A number as its own document. */
    private static final class Numbers implements Codec<Integer> {
        @Override
        public String encode(Integer value) {
            return value.toString();
        }

        @Override
        public Integer decode(String document) {
            return Integer.valueOf(document);
        }
    }

    @Test
    void findsAndReplacesAPeriod() {
        assertThat(hours.find(NOON)).isEmpty();

        hours.put(NOON, 1);
        hours.put(NOON, 2);

        assertThat(hours.find(NOON)).contains(2);
        assertThat(hours.find(NOON.plus(HOUR))).isEmpty();
    }

    @Test
    void listsFromTheFirstToTheLastInOrderOfTime() {
        for (int i : new int[] {3, 0, 2, 1}) {
            hours.put(NOON.plus(HOUR.multipliedBy(i)), i);
            days.put(TODAY.plusDays(i), 10 * i);
        }

        assertThat(hours.list(NOON.plus(HOUR), NOON.plus(HOUR.multipliedBy(2))))
                .containsExactly(
                        new PeriodStore.Entry<>(NOON.plus(HOUR), 1),
                        new PeriodStore.Entry<>(NOON.plus(HOUR.multipliedBy(2)), 2));
        assertThat(days.list(TODAY, TODAY.plusDays(1)))
                .containsExactly(
                        new PeriodStore.Entry<>(TODAY, 0),
                        new PeriodStore.Entry<>(TODAY.plusDays(1), 10));
    }

    @Test
    void listsMoreDaysThanAPageHolds() {
        for (int i = 0; i < 399; i++) {
            days.put(TODAY.minusDays(i), i);
        }

        List<PeriodStore.Entry<LocalDate, Integer>> found = days.list(TODAY.minusDays(398), TODAY);

        assertThat(found).hasSize(399).extracting(PeriodStore.Entry::period).isSorted();
    }

    @Test
    void forgetsAPeriodSomeTimeAfterItsEnd() {
        hours.put(NOON, 1);

        clock.advance(HOUR.plusDays(2).minusSeconds(1));
        assertThat(hours.find(NOON)).isPresent();

        clock.advance(Duration.ofSeconds(1));
        assertThat(hours.find(NOON)).isEmpty();
        assertThat(hours.list(NOON, NOON)).isEmpty();
    }

    @Test
    void refusesAnHourThatIsNone() {
        assertThatThrownBy(() -> hours.put(NOON.plusSeconds(1), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2026-11-23T12:00:01Z is not the start of an hour");
        assertThatThrownBy(() -> hours.find(NOON.plusMillis(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
