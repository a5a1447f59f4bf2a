package weservstatus.cost;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a month of thirty days uses in which all is well. While anything is not, each round is
 * reviewed, and an hour costs some two cents more. Units of the table and objects are counted by a
 * test over the ports, which fails when this model is off.
 */
public final class Usage {
    /** Read units of one round at one place: what was asked before, back-offs, other places. */
    public static final double READS_PER_ROUND = 3.4;

    /** Write units of one round: the round itself. */
    public static final double WRITES_PER_ROUND = 1;

    /** Read units of one round more where checks take turns: whose it is, and more to review. */
    public static final double READS_OF_TURNS = 2;

    /** Write units of the same: not in every round it is anybody's turn. */
    public static final double WRITES_OF_TURNS = 0.7;

    /** Read units of one look at a round: the round. */
    public static final double READS_PER_LOOK = 1;

    /** Write units of each slot in which the snapshot holds: how far it does. */
    public static final double WRITES_PER_SLOT = 1;

    /** Read units of one review, with 90 days of history and twenty incidents. */
    public static final double READS_PER_REVIEW = 40;

    /** Write units of one review: its state, the hour, the day, the snapshot's stamp. */
    public static final double WRITES_PER_REVIEW = 4.7;

    /** Objects of one review: the snapshot, the open hour. */
    public static final double PUTS_PER_REVIEW = 2;

    /** Objects of an hour: what the CDN falls back to. */
    public static final double STANDBYS_PER_HOUR = 4;

    /** Objects of an hour and place: the list of its last good pictures. */
    public static final double LISTS_PER_HOUR = 0.5;

    /**
     * Objects of one check's last good picture at one place: what came and what was expected, again
     * after a week as long as both are as they were. Checks without a picture write none, so this
     * is the most.
     */
    public static final double PUTS_PER_PICTURE = 2;

    /** Read units of emptying the outbox once a minute, with nothing in it. */
    public static final double READS_PER_EMPTYING = 4.4;

    /** Write units of the same: how far the clock was asked, every ten minutes. */
    public static final double WRITES_PER_EMPTYING = 0.2;

    /** Answers of a first view: page, style, modules, words, status JSON; later ones need fewer. */
    public static final int REQUESTS_PER_VIEW = 20;

    /** How often there is a review while all is well. */
    public static final Duration CALM = Duration.ofMinutes(5);

    private static final Duration MONTH = Duration.ofDays(30);
    private static final double MILLION = 1e6;
    private static final double THOUSAND = 1e3;

    /** Gigabytes of memory of the function that probes; the others have one. */
    private static final double PROBE_MEMORY = 0.5;

    /** Checks are asked at once; the slowest decides. */
    private static final double SECONDS_PER_ROUND = 1.5;

    private static final double SECONDS_PER_LOOK = 0.05;
    private static final double SECONDS_PER_REVIEW = 0.3;
    private static final double SECONDS_PER_EMPTYING = 0.1;
    private static final double SECONDS_PER_CALL = 0.02;

    /** The CDN keeps an answer of the API for ten seconds. */
    private static final long MOST_CALLS = MONTH.toSeconds() / 10;

    private static final double BYTES_PER_LINE = 400;
    private static final double GIGABYTE = 1e9;

    /** A round of one check, compressed, and its share of hours and days. */
    private static final double STORED_BYTES_PER_CHECK_AND_ROUND = 60;

    private static final Duration ROUNDS_KEPT = Duration.ofDays(8);
    private static final Duration PICTURES_KEPT = Duration.ofDays(7);

    /**
     * Functions of the home stack, beside probes, that use table and configuration all the time.
     */
    private static final int AT_HOME = 2;

    private Usage() {}

    /** How many units of each item, in the units of the price list. */
    public static Map<Item, Double> of(Setup setup) {
        Map<Item, Double> usage = new EnumMap<>(Item.class);
        functions(setup, usage);
        table(setup, usage);
        others(setup, usage);
        return usage;
    }

    private static void functions(Setup setup, Map<Item, Double> usage) {
        double minutes = MONTH.toMinutes();
        double runs = rounds(setup) * 2 + minutes + MONTH.toHours();
        double all = runs + calls(setup);
        usage.put(Item.LAMBDA_REQUESTS, all / MILLION);
        usage.put(
                Item.LAMBDA_TIME,
                rounds(setup) * (SECONDS_PER_ROUND * PROBE_MEMORY + SECONDS_PER_LOOK)
                        + reviews() * SECONDS_PER_REVIEW
                        + minutes * SECONDS_PER_EMPTYING
                        + calls(setup) * SECONDS_PER_CALL);
        usage.put(Item.SCHEDULES, (rounds(setup) + minutes + MONTH.toHours()) / MILLION);
        usage.put(Item.LOGS, all * BYTES_PER_LINE / GIGABYTE);
    }

    private static void table(Setup setup, Map<Item, Double> usage) {
        double stored =
                ROUNDS_KEPT.toSeconds()
                        / (double) setup.round().toSeconds()
                        * setup.places()
                        * setup.checks()
                        * STORED_BYTES_PER_CHECK_AND_ROUND
                        / GIGABYTE;
        double hours = MONTH.toHours();
        double minutes = MONTH.toMinutes();
        usage.put(
                Item.TABLE_WRITES,
                (hours * writesPerHour(setup) + minutes * WRITES_PER_EMPTYING) / MILLION);
        usage.put(
                Item.TABLE_READS,
                (hours * readsPerHour(setup) + minutes * READS_PER_EMPTYING + calls(setup))
                        / MILLION);
        usage.put(Item.TABLE_STORE, stored);
        usage.put(Item.TABLE_BACKUP, stored);
        // Each function asks for the table's key once in five minutes.
        int asking = setup.places() + AT_HOME + (setup.views() > 0 ? 1 : 0);
        usage.put(Item.KEY_CALLS, reviews() * asking / THOUSAND);
    }

    private static void others(Setup setup, Map<Item, Double> usage) {
        double pictures =
                setup.checks()
                        * setup.places()
                        * PUTS_PER_PICTURE
                        * MONTH.toHours()
                        / PICTURES_KEPT.toHours();
        usage.put(Item.BUCKET_WRITES, (MONTH.toHours() * putsPerHour(setup) + pictures) / THOUSAND);
        // The configuration, once in five minutes for each function.
        usage.put(Item.BUCKET_READS, reviews() * (setup.places() + AT_HOME) / THOUSAND);
        usage.put(Item.API_CALLS, calls(setup) / MILLION);
        usage.put(Item.CDN_CALLS, (double) setup.views() * REQUESTS_PER_VIEW / MILLION);
        int further = setup.places() - 1;
        Setup.Stacks stacks = setup.stacks();
        usage.put(Item.ALARMS, (double) stacks.homeAlarms() + further * stacks.placeAlarms());
        usage.put(Item.METRICS, (double) stacks.metrics());
        usage.put(Item.METRIC_CALLS, MONTH.toMinutes() / THOUSAND);
    }

    /** Read units of all rounds, looks and reviews of an hour in which all is well. */
    public static double readsPerHour(Setup setup) {
        double turns = setup.turns() ? READS_OF_TURNS : 0;
        double round = READS_PER_ROUND + READS_PER_LOOK + turns;
        return perHour(setup.round()) * setup.places() * round + perHour(CALM) * READS_PER_REVIEW;
    }

    /** Write units of the same. */
    public static double writesPerHour(Setup setup) {
        double turns = setup.turns() ? WRITES_OF_TURNS : 0;
        double slots = Math.max(0, perHour(setup.round()) - perHour(CALM));
        return perHour(setup.round()) * setup.places() * (WRITES_PER_ROUND + turns)
                + slots * WRITES_PER_SLOT
                + perHour(CALM) * WRITES_PER_REVIEW;
    }

    /** Objects of such an hour; pictures themselves come on top. */
    public static double putsPerHour(Setup setup) {
        return perHour(CALM) * PUTS_PER_REVIEW
                + STANDBYS_PER_HOUR
                + setup.places() * LISTS_PER_HOUR;
    }

    private static double perHour(Duration every) {
        return (double) Duration.ofHours(1).toSeconds() / every.toSeconds();
    }

    private static double reviews() {
        return MONTH.toHours() * perHour(CALM);
    }

    private static double rounds(Setup setup) {
        return MONTH.toHours() * perHour(setup.round()) * setup.places();
    }

    private static double calls(Setup setup) {
        return Math.min(setup.views(), MOST_CALLS);
    }
}
