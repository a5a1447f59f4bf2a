package weservstatus.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import weservstatus.check.ComponentId;
import weservstatus.uptime.DayItem;
import weservstatus.uptime.Latency;
import weservstatus.uptime.Revision;
import weservstatus.uptime.Rollup;
import weservstatus.uptime.Share;
import weservstatus.uptime.Tally;
import weservstatus.verdict.MarkdownTable;

class RevisionsTest {
    private static final ComponentId PICTURES = new ComponentId("pictures");
    private static final LocalDate DATE = LocalDate.parse("2026-11-23");
    private static final Instant AT = Instant.parse("2026-11-24T07:00:00Z");
    private static final long DAY = 86_400_000;

    static List<Arguments> rows() {
        return MarkdownTable.rows("verdict.md", "revised", 5);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void followsTheTable(
            String published, String counted, String before, String after, String revised) {
        assertThat(UptimeFigure.uptime(tally(published)).orElse("")).isEqualTo(before);
        assertThat(UptimeFigure.uptime(tally(counted)).orElse("")).isEqualTo(after);
        assertThat(Revisions.of(day(published), day(counted), AT).revised())
                .isEqualTo(
                        revised.equals("yes")
                                ? Map.of(PICTURES, new Revision(tally(published), AT))
                                : Map.of());
    }

    @Test
    void theFirstFigureStaysKnownAndTheLastMomentCounts() {
        DayItem once = Revisions.of(day("0 ms"), day("60000 ms"), AT);
        DayItem same = Revisions.of(once, day("60000 ms"), AT.plusSeconds(1));
        DayItem twice = Revisions.of(same, day("90000 ms"), AT.plusSeconds(2));

        assertThat(same.revised()).containsEntry(PICTURES, new Revision(tally("0 ms"), AT));
        assertThat(twice.revised())
                .containsEntry(PICTURES, new Revision(tally("0 ms"), AT.plusSeconds(2)));
    }

    private static DayItem day(String out) {
        return new DayItem(
                DATE,
                new Rollup(
                        new TreeMap<>(Map.of(PICTURES, new Share(tally(out), Latency.NONE))),
                        Latency.NONE));
    }

    private static Tally tally(String out) {
        if (out.isEmpty()) {
            return new Tally(0, 0, 0, 0, 0, DAY);
        }
        long millis = Long.parseLong(out.replace(" ms", ""));
        return new Tally(DAY - millis, 0, 0, millis, 0, 0);
    }
}
