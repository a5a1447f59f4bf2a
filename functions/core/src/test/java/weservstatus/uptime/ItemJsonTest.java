package weservstatus.uptime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.CheckId;
import weservstatus.check.ComponentId;
import weservstatus.check.LocationId;
import weservstatus.time.Interval;
import weservstatus.verdict.LatencyBaseline;
import weservstatus.verdict.RandomRounds;
import weservstatus.verdict.Scene;
import weservstatus.verdict.Source;
import weservstatus.verdict.Trials;

class ItemJsonTest {

    private static final Interval HOUR = Interval.hour(Scene.START);

    private static final Source SOURCE = new Source(new LocationId("here"), new CheckId("it"));

    private static final SortedMap<CheckId, LatencyBaseline> USUAL =
            new TreeMap<>(Map.of(new CheckId("it"), new LatencyBaseline(11.5, 0.2, 0)));

    private static HourItem hour() {
        Catalogue catalogue =
                Scene.at("here")
                        .component("all")
                        .vital("it", CachePath.MISS)
                        .component("other")
                        .other("o", Duration.ofMinutes(5))
                        .catalogue();
        return HourItem.of(
                Watched.of(catalogue),
                HOUR,
                RandomRounds.with(3).of(catalogue, Duration.ofHours(1)),
                HOUR);
    }

    @Test
    void readsWhatItWrote() {
        HourItem hour = hour();
        DayItem day = DayItem.of(LocalDate.parse("2026-11-23"), List.of(hour));

        assertThat(ItemJson.readHour(ItemJson.write(hour))).isEqualTo(hour);
        assertThat(ItemJson.readDay(ItemJson.write(day))).isEqualTo(day);
        assertThat(day.rollup()).isEqualTo(hour.rollup());
        assertThat(hour.rollup().speed()).isNotEqualTo(Latency.NONE);
    }

    @Test
    void writesADocumentThatPeopleCanRead() {
        Rollup rollup =
                new Rollup(
                        new TreeMap<>(
                                Map.of(
                                        new ComponentId("all"),
                                        new Share(
                                                new Tally(1, 2, 3, 4, 5, 6),
                                                Latency.NONE,
                                                new Trials(
                                                        60, new TreeMap<>(Map.of(SOURCE, 2L)))))),
                        Latency.NONE);

        SortedMap<Part, Latency> parts =
                new TreeMap<>(Map.of(Part.parse("here/webp/total"), Latency.NONE));

        assertThat(ItemJson.write(new HourItem(Scene.START, rollup, 60, USUAL, parts)))
                .isEqualTo(
                        """
                        {"hour":"2026-11-23T10:00:00Z","components":{"all":{"operational":1,\
                        "degraded":2,"partial":3,"major":4,"maintenance":5,"unobserved":6,\
                        "faulty":0,"least":7,"most":7,"latency":"","answers":60,"bad":{"here":{"it":2}}}},\
                        "speed":"","rounds":60,\
                        "usual":{"it":{"median":11.5,"scale":0.2,"autocorrelation":0.0}},\
                        "parts":{"here/webp/total":""}}\
                        """);
    }

    @Test
    void readsWhatVersionsWroteThatCountedNoAnswers() {
        HourItem hour =
                ItemJson.readHour(
                        """
                        {"hour":"2026-11-23T10:00:00Z","components":{"a":{"operational":1,\
                        "degraded":2,"partial":3,"major":4,"maintenance":5,"unobserved":6,\
                        "faulty":0,"least":7,"most":7,"latency":""}},"speed":""}\
                        """);

        assertThat(hour.rollup().of(new ComponentId("a")))
                .isEqualTo(new Share(new Tally(1, 2, 3, 4, 5, 6), Latency.NONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"hour\":\"2026-11-23T10:00:00Z\",\"components\":{}}",
                "{\"hour\":\"2026-11-23T10:00:00Z\",\"components\":{},\"speed\":null}",
                "{\"hour\":\"2026-11-23T10:00:00Z\",\"components\":{},\"speed\":7}",
                "{\"hour\":\"2026-11-23T10:00:00Z\",\"components\":{},\"speed\":\"\",\"more\":1}",
                "{\"hour\":\"2026-11-23T10:00:00Z\",\"components\":{},\"speed\":\"\"} {}",
                "{\"hour\":\"2026-11-23T10:00:01Z\",\"components\":{},\"speed\":\"\"}",
                "{\"hour\":\"2026-11-23T10:00:00Z\",\"components\":{\"A B\":{\"operational\":1,\"degraded\":2,\"partial\":3,\"major\":4,\"maintenance\":5,\"unobserved\":6,\"faulty\":0,\"least\":7,\"most\":7,\"latency\":\"\"}},\"speed\":\"\"}",
                "{\"hour\":\"2026-11-23T10:00:00Z\",\"components\":{\"a\":{\"operational\":1.5,\"degraded\":2,\"partial\":3,\"major\":4,\"maintenance\":5,\"unobserved\":6,\"faulty\":0,\"least\":7,\"most\":7,\"latency\":\"\"}},\"speed\":\"\"}",
                "{\"hour\":\"2026-11-23T10:00:00Z\",\"components\":{\"a\":{\"operational\":1,\"degraded\":2,\"partial\":3,\"major\":4,\"maintenance\":5,\"faulty\":0,\"least\":7,\"most\":7,\"latency\":\"\"}},\"speed\":\"\"}"
            })
    void refusesEverythingElse(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> ItemJson.readHour(json));
    }

    @Test
    void addsUpADayOfItsOwnHoursOnly() {
        LocalDate date = LocalDate.parse("2026-11-23");
        HourItem next = new HourItem(Scene.START.plus(Duration.ofHours(14)), Rollup.NONE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DayItem.of(date, List.of(next)))
                .withMessage("hour 2026-11-24T00:00:00Z is not of 2026-11-23");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DayItem.of(date, List.of(hour(), hour())))
                .withMessage("hour 2026-11-23T10:00:00Z is given twice");
        assertThat(DayItem.of(date, List.of()).rollup()).isEqualTo(Rollup.NONE);
    }
}
