package weservstatus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weservstatus.check.LocationId;
import weservstatus.observe.Round;
import weservstatus.time.Interval;
import weservstatus.time.Slot;

class RoundStoreTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final LocationId THERE = new LocationId("virginia");

    private final TestClock clock = new TestClock(NOON);
    private final Table table = new InMemoryTable(clock);
    private final RoundStore rounds = new RoundStore(table);

    private static Instant minute(int number) {
        return NOON.plus(Duration.ofMinutes(number));
    }

    private static Interval minutes(int first, int end) {
        return new Interval(minute(first), minute(end));
    }

    @Test
    void returnsWhatWasPut() {
        Round round = Rounds.ordinary(NOON);

        assertThat(rounds.put(round)).isTrue();

        assertThat(rounds.list(Rounds.HERE, minutes(0, 1))).containsExactly(round);
    }

    @Test
    void aRoundThatCannotBeReadIsLeftOutWhereSomebodyHearsOfIt() {
        Round round = Rounds.ordinary(NOON);
        rounds.put(round);
        Table.Key poison = new Table.Key("round#" + Rounds.HERE, "2026-11-23T12:00:00.000Z#001");
        table.put(Table.Item.of(poison, "{\"of\": \"a newer version\"}"), Table.Condition.ABSENT);
        List<String> troubles = new ArrayList<>();
        RoundStore lenient =
                new RoundStore(
                        table, trouble -> troubles.add(String.valueOf(trouble.getMessage())));

        assertThat(lenient.list(Rounds.HERE, minutes(0, 1))).containsExactly(round);
        assertThat(troubles)
                .singleElement()
                .asString()
                .startsWith("round#frankfurt 2026-11-23T12:00:00.000Z#001: ");
        assertThatThrownBy(() -> rounds.list(Rounds.HERE, minutes(0, 1)))
                .isInstanceOf(UnreadableDocument.class);
        assertThatThrownBy(() -> lenient.find(poison)).isInstanceOf(UnreadableDocument.class);
    }

    @Test
    void theFirstRecordOfASlotStays() {
        Round first = Rounds.of(NOON, 0);
        Round second = Rounds.ordinary(NOON);

        assertThat(rounds.put(first)).isTrue();
        assertThat(rounds.put(first)).isFalse();
        assertThat(rounds.put(second)).isFalse();

        assertThat(rounds.list(Rounds.HERE, minutes(0, 1))).containsExactly(first);
    }

    @Test
    void listsSlotsThatStartWithinTheIntervalBySlotThenByNumber() {
        for (int minute : new int[] {3, 1, 4, 2, 0}) {
            for (int number : new int[] {10, 0, 2}) {
                rounds.put(Rounds.of(minute(minute), number));
            }
        }

        List<Round> found = rounds.list(Rounds.HERE, minutes(1, 3));

        assertThat(found)
                .extracting(round -> round.slot().start() + " " + round.number())
                .containsExactly(
                        "2026-11-23T12:01:00Z 0",
                        "2026-11-23T12:01:00Z 2",
                        "2026-11-23T12:01:00Z 10",
                        "2026-11-23T12:02:00Z 0",
                        "2026-11-23T12:02:00Z 2",
                        "2026-11-23T12:02:00Z 10");
    }

    @Test
    void ordersSlotsThatStartWithinASecondByTime() {
        Duration length = Duration.ofMillis(1_500);
        for (long index : new long[] {3, 1, 2, 0}) {
            Slot slot = new Slot(NOON.plus(length.multipliedBy(index)), length);
            Round round = Rounds.of(NOON, 0);
            rounds.put(
                    new Round(
                            round.location(),
                            slot,
                            0,
                            slot.start(),
                            slot.end(),
                            round.controls(),
                            List.of()));
        }

        assertThat(rounds.list(Rounds.HERE, minutes(0, 1)))
                .extracting(round -> round.slot().start())
                .isSorted()
                .hasSize(4);
    }

    @Test
    void keepsLocationsApart() {
        rounds.put(Rounds.of(THERE, NOON, 0, List.of()));

        assertThat(rounds.list(Rounds.HERE, minutes(0, 9))).isEmpty();
        assertThat(rounds.list(THERE, minutes(0, 9))).hasSize(1);
    }

    @Test
    void listsAWholeDay() {
        for (int minute = 0; minute < 1_440; minute++) {
            rounds.put(Rounds.of(Rounds.HERE, minute(minute), 0, List.of()));
        }

        assertThat(rounds.list(Rounds.HERE, minutes(0, 1_440))).hasSize(1_440);
    }

    @Test
    void findsTheLastRoundOfTheNewestSlot() {
        assertThat(rounds.latest(Rounds.HERE)).isEmpty();

        rounds.put(Rounds.of(minute(1), 0));
        rounds.put(Rounds.of(minute(1), 1));
        rounds.put(Rounds.of(minute(0), 2));

        assertThat(rounds.latest(Rounds.HERE)).contains(Rounds.of(minute(1), 1));
    }

    @Test
    void forgetsARoundEightDaysAfterItsSlot() {
        rounds.put(Rounds.of(NOON, 0));

        clock.advance(Duration.ofDays(8).minusSeconds(1));
        assertThat(rounds.list(Rounds.HERE, minutes(0, 1))).hasSize(1);

        clock.advance(Duration.ofSeconds(1));
        assertThat(rounds.list(Rounds.HERE, minutes(0, 1))).isEmpty();
        assertThat(rounds.latest(Rounds.HERE)).isEmpty();
    }

    @Test
    void refusesMoreRoundsInASlotThanItsKeysCanOrder() {
        assertThatThrownBy(() -> rounds.put(Rounds.of(NOON, 1_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a slot has at most 1000 rounds");
    }
}
