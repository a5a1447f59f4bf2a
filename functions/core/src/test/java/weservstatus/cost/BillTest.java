package weservstatus.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BillTest {
    private static final Setup.Stacks STACKS = new Setup.Stacks(10, 5, 5);

    /** Reckoned by hand for one place, one round a minute: 43,200 rounds in a month. */
    @ParameterizedTest
    @CsvSource({
        // 43,200 rounds, as many looks at them and emptyings of the outbox, 720 hours, 1,000 calls
        "LAMBDA_REQUESTS, 0.13132",
        // 43,200 x (1.5 / 2 + 0.05 + 0.1) + 8,640 x 0.3 + 1,000 x 0.02
        "LAMBDA_TIME, 41492",
        "SCHEDULES, 0.08712",
        // 8,640 reviews x 2, 720 hours x (4 + 0.5), 20 pictures x 2 each week
        "BUCKET_WRITES, 20.6914",
        // 720 x (60 + 48 + 12 x 4.7), 43,200 x 0.2
        "TABLE_WRITES, 0.127008",
        // four functions, once in five minutes
        "KEY_CALLS, 34.56",
        "ALARMS, 10",
        "METRICS, 5",
        "CDN_CALLS, 0.020"
    })
    void countsWhatIsUsed(Item item, double quantity) {
        Setup setup = new Setup(20, false, 1, Duration.ofMinutes(1), 1_000, STACKS);

        assertThat(Usage.of(setup))
                .hasEntrySatisfying(
                        item,
                        used -> assertThat(used).isCloseTo(quantity, within(quantity / 1_000)));
    }

    @Test
    void whatIsFreeIsTakenOffOnceForEachItem() {
        PriceList.Price price = new PriceList.Price("million requests", 0.20, 1);

        assertThat(new Bill.Line(Item.LAMBDA_REQUESTS, price, 3).withFree()).isEqualTo(0.4);
        assertThat(new Bill.Line(Item.LAMBDA_REQUESTS, price, 0.5).withFree()).isZero();
        assertThat(new Bill.Line(Item.LAMBDA_REQUESTS, price, 0.5).atList()).isEqualTo(0.1);
    }

    @ParameterizedTest
    @EnumSource
    void everyItemHasAPrice(Item item) {
        assertThat(PriceList.bundled().of(item).dollars()).isPositive();
    }

    @Test
    void moreChecksPlacesAndViewsNeverCostLess() {
        PriceList prices = PriceList.bundled();
        double small = bill(20, 1, 100_000).atList();

        assertThat(bill(30, 1, 100_000).atList()).isGreaterThan(small);
        assertThat(bill(20, 2, 100_000).atList()).isGreaterThan(small);
        assertThat(bill(20, 1, 200_000).atList()).isGreaterThan(small);
        assertThat(prices.date()).isAfter("2026-01-01");
    }

    @Test
    void turnsCostMore() {
        Setup plain = new Setup(20, false, 3, Duration.ofMinutes(1), 0, STACKS);
        Setup turns = new Setup(20, true, 3, Duration.ofMinutes(1), 0, STACKS);

        assertThat(Usage.readsPerHour(turns) - Usage.readsPerHour(plain)).isEqualTo(360);
        assertThat(Usage.writesPerHour(turns) - Usage.writesPerHour(plain))
                .isCloseTo(126, within(1e-9));
    }

    /** What the project promises of twenty checks at three places, views aside. */
    @Test
    void watchingStaysWithinItsGoals() {
        Setup.Stacks stacks = new Setup.Stacks(6, 2, 3);
        Setup watching = new Setup(20, false, 3, Duration.ofMinutes(1), 0, stacks);

        Bill bill = Bill.of(watching, PriceList.bundled());

        assertThat(bill.withFree()).isLessThan(0.50);
        assertThat(bill.atList()).isLessThan(5);
    }

    private static Bill bill(int checks, int places, long views) {
        return Bill.of(
                new Setup(checks, false, places, Duration.ofMinutes(1), views, STACKS),
                PriceList.bundled());
    }
}
