package weservstatus.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.uptime.Tally;

/** From milliseconds to what people read: table and properties. */
class UptimeFigureTest {
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            nullValues = "-",
            textBlock =
                    """
                    up,      slow, partial, major, work, unseen, faulty, least, most, uptime,  low,     high,    strict,  weighted, coverage
                    0,       0,    0,       0,     0,    0,      0,      0,     0,    -,       -,       -,       -,       -,        -
                    1000000, 0,    0,       0,     0,    0,      0,      0,     0,    100.000, 100.000, 100.000, 100.000, 100.000,  100.0
                    1000000, 0,    0,       0,     0,    5025,   0,      0,     0,    100.000, 100.000, 100.000, 100.000, 100.000,  99.5
                    1000000, 0,    0,       0,     0,    5030,   0,      0,     0,    99.999,  99.999,  99.999,  99.999,  99.999,   99.4
                    1000000, 0,    0,       0,     0,    52631,  0,      0,     0,    99.999,  99.999,  99.999,  99.999,  99.999,   95.0
                    1000000, 0,    0,       0,     0,    52633,  0,      0,     0,    -,       -,       -,       -,       -,        94.9
                    9999999, 0,    0,       1,     0,    0,      0,      0,     1,    99.999,  99.999,  99.999,  99.999,  99.999,   100.0
                    9999999, 1,    0,       0,     0,    0,      0,      0,     0,    100.000, 100.000, 100.000, 99.999,  100.000,  100.0
                    900000,  0,    0,       100000, 0,   0,      0,      80000, 120000, 90.000, 88.000, 92.000,  90.000,  90.000,   100.0
                    900000,  0,    100000,  0,     0,    0,      0,      80000, 120000, 90.000, 88.000, 92.000,  90.000,  97.000,   100.0
                    900000,  0,    0,       0,     100000, 0,    50000,  0,     0,    100.000, 100.000, 100.000, 95.000,  100.000,  100.0
                    0,       0,    0,       500,   0,    0,      0,      400,   900,  0.000,   0.000,   20.000,  0.000,   0.000,    100.0
                    """)
    void countsAsDocumented(
            long up,
            long slow,
            long partial,
            long major,
            long work,
            long unseen,
            long faulty,
            long least,
            long most,
            String uptime,
            String low,
            String high,
            String strict,
            String weighted,
            String coverage) {
        Tally tally = new Tally(up, slow, partial, major, work, unseen, faulty, least, most);

        assertThat(UptimeFigure.of(tally))
                .isEqualTo(
                        new UptimeFigure(
                                Optional.ofNullable(uptime),
                                Optional.ofNullable(low),
                                Optional.ofNullable(high),
                                Optional.ofNullable(strict),
                                Optional.ofNullable(weighted),
                                Optional.ofNullable(coverage)));
    }

    @Test
    void noFailureIsRoundedAwayAndTheGuessLiesWithinItsBounds() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            Tally tally = random(random);
            UptimeFigure figure = UptimeFigure.of(tally);
            if (figure.uptime().isEmpty()) {
                continue;
            }
            assertThat(number(figure.uptime()))
                    .isBetween(number(figure.low()), number(figure.high()));
            assertThat(number(figure.weighted())).isGreaterThanOrEqualTo(number(figure.uptime()));
            if (tally.most() > 0) {
                assertThat(figure.high()).isNotEqualTo(Optional.of("100.000"));
            }
            if (tally.flawed() > 0) {
                assertThat(figure.strict()).isNotEqualTo(Optional.of("100.000"));
            }
        }
    }

    private static Tally random(Random random) {
        long partial = random.nextInt(3) == 0 ? random.nextInt(100_000) : 0;
        long major = random.nextInt(3) == 0 ? random.nextInt(40) : 0;
        long down = partial + major;
        return new Tally(
                86_000_000 + random.nextInt(400_000),
                (long) random.nextInt(2) * random.nextInt(1_000),
                partial,
                major,
                (long) random.nextInt(2) * random.nextInt(1_000_000),
                (long) random.nextInt(2) * random.nextInt(5_000_000),
                0,
                down - (down == 0 ? 0 : random.nextInt((int) down)),
                down + (long) random.nextInt(2) * random.nextInt(60_000));
    }

    private static BigDecimal number(Optional<String> percent) {
        return new BigDecimal(percent.orElseThrow());
    }
}
