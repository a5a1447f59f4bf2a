package weservstatus.bench.simulate;

import static weservstatus.bench.simulate.Table.met;
import static weservstatus.bench.simulate.Table.number;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** How soon trouble is seen, and how often where there is none. */
public final class Detection {

    private static final int QUICK = 100;
    private static final int OUTAGES = 200_000;
    private static final int HARD_ROWS = 8;
    private static final int RUNS = 20_000;
    private static final int CALM_TIMINGS = 40_000_000;
    private static final Duration YEAR = Duration.ofDays(365);
    private static final int YEARS = 10;
    private static final double MONTHS_A_YEAR = 365 / 30.0;

    /** Minutes at 20 trials a minute, by percent of failures. */
    private static final Map<Integer, ErrorTarget> ERROR_TARGETS =
            Map.of(
                    10, new ErrorTarget(3, OptionalInt.of(5)),
                    5, new ErrorTarget(8, OptionalInt.empty()),
                    2, new ErrorTarget(30, OptionalInt.empty()));

    private record ErrorTarget(int mean, OptionalInt p95) {
        String text() {
            return mean + (p95.isPresent() ? ", " + p95.getAsInt() : "");
        }

        boolean isMet(Spread minutes) {
            return minutes.mean() <= mean && minutes.p95() <= p95.orElse(Integer.MAX_VALUE);
        }
    }

    private final long seed;
    private final Chance chance;
    private final int fraction;

    private Detection(long seed, int fraction) {
        this.seed = seed;
        this.chance = new Chance(seed);
        this.fraction = fraction;
    }

    /**
     * The tables, as lines of Markdown.
     *
     * @param quick a hundredth of the effort
     */
    public static List<String> tables(long seed, boolean quick) {
        Detection detection = new Detection(seed, quick ? QUICK : 1);
        List<String> lines = new ArrayList<>();
        lines.addAll(detection.hardOutages().lines());
        lines.addAll(detection.errors().lines());
        lines.addAll(detection.falseChanges().lines());
        lines.addAll(detection.latency().lines());
        lines.addAll(detection.falseOutages().lines());
        return lines;
    }

    private Table hardOutages() {
        int count = OUTAGES / HARD_ROWS / fraction;
        HardOutages outages = new HardOutages(chance, count);
        Table table =
                new Table(
                        "Hard outages, onset → page, seconds; "
                                + count * HARD_ROWS
                                + " outages, "
                                + count
                                + " a row",
                        "locations",
                        "schedule",
                        "fault",
                        "mean, p95, max",
                        "target",
                        "");
        for (int places : new int[] {5, 3, 1}) {
            hard(table, places, false, outages);
        }
        hard(table, 5, true, outages);
        return table;
    }

    private static void hard(Table table, int places, boolean whole, HardOutages outages) {
        for (Sight sight : List.of(Sight.REFUSED, Sight.TIMED_OUT)) {
            boolean refused = sight == Sight.REFUSED;
            Spread seconds = outages.seconds(places, sight, whole);
            boolean held =
                    refused
                            ? seconds.mean() <= 20 && seconds.p95() <= 45 && seconds.max() <= 75
                            : seconds.mean() <= 40 && seconds.p95() <= 60 && seconds.max() <= 90;
            // The goals are those of five locations at fixed offsets.
            boolean counts = places == 5 && !whole;
            table.row(
                    String.valueOf(places),
                    whole ? "anywhere in the minute" : "60 s ÷ locations, up to 1 s late",
                    refused ? "refused" : "black hole, 10 s",
                    seconds.text(1),
                    counts ? (refused ? "20, 45, 75" : "40, 60, 90") : "",
                    counts ? met(held) : "");
        }
    }

    private Table errors() {
        Table table =
                new Table(
                        "Errors that come and go, onset → alarm, minutes; "
                                + RUNS / fraction
                                + " runs a row",
                        "trials a minute",
                        "failing",
                        "mean, p95, max",
                        "target: mean, p95",
                        "");
        for (ErrorTrials pool :
                List.of(new ErrorTrials(5, 4), new ErrorTrials(5, 1), new ErrorTrials(1, 1))) {
            for (int percent : new int[] {100, 50, 20, 10, 5, 2}) {
                Spread minutes = pool.minutes(percent / 100.0, RUNS / fraction, seed);
                Optional<ErrorTarget> target =
                        Optional.ofNullable(ERROR_TARGETS.get(percent))
                                .filter(any -> pool.perMinute() == 20);
                table.row(
                        String.valueOf(pool.perMinute()),
                        percent + " %",
                        minutes.text(1),
                        target.map(ErrorTarget::text).orElse(""),
                        target.map(goal -> met(goal.isMet(minutes))).orElse(""));
            }
        }
        return table;
    }

    private Table falseChanges() {
        Table table =
                new Table(
                        "False alarms of the same rule, 0.2 % lost by chance",
                        "trials a minute", "years", "alarms", "a year", "target", "");
        int years = Math.max(1, YEARS / fraction);
        for (ErrorTrials pool :
                List.of(new ErrorTrials(5, 4), new ErrorTrials(5, 1), new ErrorTrials(1, 1))) {
            int alarms = pool.falseAlarms(YEAR.multipliedBy(years), seed);
            double perYear = (double) alarms / years;
            table.row(
                    String.valueOf(pool.perMinute()),
                    String.valueOf(years),
                    String.valueOf(alarms),
                    number(perYear, 1),
                    "≤ 1",
                    met(perYear <= 1));
        }
        return table;
    }

    private Table latency() {
        Latencies latencies = new Latencies(seed);
        Table table =
                new Table(
                        "Longer times, onset → alarm; " + RUNS / fraction + " runs a row",
                        "times as long",
                        "timings: mean, p95, max",
                        "mean minutes at 20 a minute",
                        "at 5 a minute: one check, five locations",
                        "target minutes",
                        "at 20, at 5");
        for (double factor : new double[] {1.5, 2, 3, 5}) {
            Spread timings = latencies.timings(factor, RUNS / fraction);
            double target = factor == 1.5 ? 20 : factor == 2 ? 2.5 : Double.NaN;
            table.row(
                    number(factor, 1),
                    timings.text(0),
                    number(timings.mean() / 20, 1),
                    number(timings.mean() / 5, 1),
                    Double.isNaN(target) ? "" : number(target, 1),
                    Double.isNaN(target)
                            ? ""
                            : met(timings.mean() / 20 <= target)
                                    + ", "
                                    + met(timings.mean() / 5 <= target));
        }
        int calm = CALM_TIMINGS / fraction;
        int alarms = latencies.falseAlarms(calm);
        return table.row(
                "1.0",
                alarms + " alarms in " + calm / 1_000_000.0 + " million timings",
                number(aYear(alarms, calm, 20), 2) + " a year",
                number(aYear(alarms, calm, 5), 2) + " a year",
                "≤ 1 a year",
                met(aYear(alarms, calm, 20) <= 1) + ", " + met(aYear(alarms, calm, 5) <= 1));
    }

    private static double aYear(int alarms, int timings, int perMinute) {
        return alarms * (double) YEAR.toMinutes() * perMinute / timings;
    }

    private Table falseOutages() {
        int years = Math.max(1, YEARS / fraction);
        Table table =
                new Table(
                        "False outages of one check in "
                                + years
                                + " years, 0.2 % lost by chance, 30 % of which repeat at once",
                        "locations",
                        "outages",
                        "target",
                        "",
                        "in 30 days",
                        "target",
                        "");
        for (int places : new int[] {5, 3, 1}) {
            long outages = FalseOutages.count(places, YEAR.multipliedBy(years), chance);
            double perMonth = outages / (years * MONTHS_A_YEAR);
            table.row(
                    String.valueOf(places),
                    String.valueOf(outages),
                    "0",
                    met(outages == 0),
                    number(perMonth, 4),
                    "≤ 0.01",
                    met(perMonth <= 0.01));
        }
        return table;
    }
}
