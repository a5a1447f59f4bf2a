package weservstatus.bench.simulate;

import java.time.Duration;
import java.util.List;
import weservstatus.time.Interval;
import weservstatus.time.Spans;

/**
 * A month's truth beside what was counted of it.
 *
 * @param outages how many there were
 * @param unmet how many of them no look met
 * @param longUnmet how many of these lasted 15 s or more
 * @param unseen how many of all are not in any bracket
 * @param longUnseen how many of these lasted 15 s or more
 * @param holdsSeen whether each outage that was seen lies within its bracket, and nothing else is
 *     called certainly out
 * @param holdsAll whether the whole time down lies between the sums of the brackets, unseen outages
 *     included
 * @param errorPoints by which the month's percentage is wrong
 */
record Ledger(
        int outages,
        int unmet,
        int longUnmet,
        int unseen,
        int longUnseen,
        boolean holdsSeen,
        boolean holdsAll,
        double errorPoints) {

    private static final Duration LONG = Duration.ofSeconds(15);
    private static final double PERCENT = 100;

    static Ledger of(Month month, Counted counted) {
        List<Interval> outages =
                month.world().outages().stream().map(World.Outage::interval).toList();
        List<Interval> unseen =
                outages.stream()
                        .filter(outage -> counted.most().within(outage).intervals().isEmpty())
                        .toList();
        List<Interval> unmet =
                outages.stream()
                        .filter(outage ->
                                counted.bad().subSet(outage.start(), outage.end()).isEmpty())
                        .toList();
        Spans truth = Spans.union(outages);
        Spans seen = truth.without(Spans.union(unseen));
        boolean inside =
                seen.without(counted.most()).intervals().isEmpty()
                        && counted.least().without(truth).intervals().isEmpty();
        boolean between =
                counted.least().millis() <= truth.millis()
                        && truth.millis() <= counted.most().millis();
        double error = (double) Math.abs(counted.likely().millis() - truth.millis());
        return new Ledger(
                outages.size(),
                unmet.size(),
                longOnes(unmet),
                unseen.size(),
                longOnes(unseen),
                inside,
                between,
                error / month.window().length().toMillis() * PERCENT);
    }

    private static int longOnes(List<Interval> outages) {
        return (int) outages.stream().filter(o -> o.length().compareTo(LONG) >= 0).count();
    }
}
