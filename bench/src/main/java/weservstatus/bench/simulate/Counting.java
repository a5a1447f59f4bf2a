package weservstatus.bench.simulate;

import static weservstatus.bench.simulate.Table.met;
import static weservstatus.bench.simulate.Table.number;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Whether the published brackets hold the truth, and how wrong a month's percentage is. */
public final class Counting {

    private static final int MONTHS = 1_000;
    private static final int QUICK_MONTHS = 10;
    private static final double MOST_ERROR = 0.002;
    private static final double MOST_UNMET = 0.01;
    private static final double PERCENT = 100;
    private static final int[] LOCATIONS = {5, 3, 1};
    private static final String FIXED = "60 s ÷ locations, up to 1 s late";

    private Counting() {}

    /** The table, as lines of Markdown. */
    public static List<String> tables(long seed, boolean quick) {
        int months = quick ? QUICK_MONTHS : MONTHS;
        Table table =
                new Table(
                        months
                                + " months of 8 outages each, median 150 s, half refused, half black"
                                + " holes; 0.2 % of probes lost by chance; targets are those of 5"
                                + " locations",
                        "locations",
                        "schedule",
                        "months in which each seen outage lies within its own bracket",
                        "months whose bracket holds the whole time down",
                        "target",
                        "",
                        "error of a month's uptime, points: mean, p95, max",
                        "target p95",
                        "",
                        "outages that no look met",
                        "of those ≥ 15 s",
                        "target",
                        "",
                        "outages not called so",
                        "of those ≥ 15 s");
        for (int places : LOCATIONS) {
            Sampled sampled = new Sampled(places, Pattern::fixed);
            row(table, sampled, FIXED, ledgers(sampled, months, new Chance(seed)));
        }
        Sampled whole = new Sampled(LOCATIONS[0], Pattern::wholeMinute);
        row(table, whole, "anywhere in the minute", ledgers(whole, months, new Chance(seed)));
        return table.lines();
    }

    /** How many places look, and when. */
    record Sampled(int places, BiFunction<Integer, Chance, Pattern> pattern) {}

    private static void row(Table table, Sampled sampled, String how, List<Ledger> ledgers) {
        int places = sampled.places();
        long seen = count(ledgers, Ledger::holdsSeen);
        long all = count(ledgers, Ledger::holdsAll);
        Spread errors = Spread.of(ledgers.stream().mapToDouble(Ledger::errorPoints).toArray());
        double outages = sum(ledgers, Ledger::outages);
        double unmet = sum(ledgers, Ledger::unmet) / outages;
        int longUnmet = sum(ledgers, Ledger::longUnmet);
        boolean counts = places == LOCATIONS[0];
        table.row(
                String.valueOf(places),
                how,
                seen + " of " + ledgers.size(),
                all + " of " + ledgers.size(),
                counts ? "all" : "",
                counts ? met(all == ledgers.size()) : "",
                errors.text(4),
                counts ? number(MOST_ERROR, 3) : "",
                counts ? met(errors.p95() <= MOST_ERROR) : "",
                number(unmet * PERCENT, 2) + " %",
                String.valueOf(longUnmet),
                counts ? "≤ 1 %, 0" : "",
                counts ? met(unmet <= MOST_UNMET) + ", " + met(longUnmet == 0) : "",
                number(sum(ledgers, Ledger::unseen) / outages * PERCENT, 2) + " %",
                String.valueOf(sum(ledgers, Ledger::longUnseen)));
    }

    private static long count(List<Ledger> ledgers, Predicate<Ledger> what) {
        return ledgers.stream().filter(what).count();
    }

    private static int sum(List<Ledger> ledgers, ToIntFunction<Ledger> what) {
        return ledgers.stream().mapToInt(what).sum();
    }

    static List<Ledger> ledgers(Sampled sampled, int months, Chance chance) {
        Site site = new Site(sampled.places());
        return IntStream.range(0, months)
                .parallel()
                .mapToObj(number -> Month.of(chance, number, World.Noise.STANDARD))
                .map(month -> ledger(site, month, sampled.pattern()))
                .toList();
    }

    private static Ledger ledger(
            Site site, Month month, BiFunction<Integer, Chance, Pattern> schedule) {
        Pattern pattern = schedule.apply(site.places(), month.chance());
        LongWatch watch = new LongWatch(site, month.world(), pattern);
        return Ledger.of(month, Counted.of(site, watch.over(month.window())));
    }
}
