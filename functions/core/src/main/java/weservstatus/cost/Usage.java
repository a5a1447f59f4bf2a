package weservstatus.cost;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a month of thirty days uses. Units of the table are counted by a test over the table's port,
 * which fails when this model is off; durations are those of a function of 1 GB.
 */
public final class Usage {
    /** Read units of one round at one place: what was asked before, back-offs, other places. */
    public static final double READS_PER_ROUND = 6;

    /** Write units of one round: the round itself, and what it learned. */
    public static final double WRITES_PER_ROUND = 1;

    /** Read units of one review: what is read is compressed, so checks add next to nothing. */
    public static final double READS_PER_REVIEW = 14.5;

    /** Write units of one review, beside those of each check. */
    public static final double WRITES_PER_REVIEW = 4.1;

    public static final double WRITES_PER_REVIEW_AND_CHECK = 0.045;

    /** Objects: the snapshot, the open hour, what the CDN falls back to, a listing. */
    public static final double PUTS_PER_REVIEW = 4;

    /** Objects: the configuration, for each round, review and emptying of the outbox. */
    private static final double GETS_PER_RUN = 1;

    private static final Duration MONTH = Duration.ofDays(30);
    private static final double MILLION = 1e6;
    private static final double THOUSAND = 1e3;

    /** Checks are asked at once; the slowest decides. */
    private static final double SECONDS_PER_ROUND = 1.5;

    private static final double SECONDS_PER_REVIEW = 0.3;
    private static final double SECONDS_PER_EMPTYING = 0.1;
    private static final double SECONDS_PER_CALL = 0.02;

    /** The CDN keeps an answer of the API for ten seconds. */
    private static final long MOST_CALLS = MONTH.toSeconds() / 10;

    /** Page, script, style and status JSON. */
    private static final int REQUESTS_PER_VIEW = 8;

    private static final double READS_PER_EMPTYING = 8;
    private static final double BYTES_PER_LINE = 900;
    private static final double GIGABYTE = 1e9;

    /** A round of one check, compressed, and its share of hours and days. */
    private static final double STORED_BYTES_PER_CHECK_AND_ROUND = 60;

    private static final Duration ROUNDS_KEPT = Duration.ofDays(8);

    private Usage() {}

    /** How many units of each item, in the units of the price list. */
    public static Map<Item, Double> of(Setup setup) {
        double slots = (double) MONTH.toSeconds() / setup.round().toSeconds();
        double minutes = MONTH.toMinutes();
        double rounds = slots * setup.places();
        double calls = Math.min(setup.views(), MOST_CALLS);
        double runs = rounds * 2 + minutes + calls;
        double stored =
                ROUNDS_KEPT.toSeconds()
                        / (double) setup.round().toSeconds()
                        * setup.places()
                        * setup.checks()
                        * STORED_BYTES_PER_CHECK_AND_ROUND
                        / GIGABYTE;
        Map<Item, Double> usage = new EnumMap<>(Item.class);
        usage.put(Item.LAMBDA_REQUESTS, runs / MILLION);
        usage.put(
                Item.LAMBDA_TIME,
                rounds * (SECONDS_PER_ROUND + SECONDS_PER_REVIEW)
                        + minutes * SECONDS_PER_EMPTYING
                        + calls * SECONDS_PER_CALL);
        usage.put(Item.SCHEDULES, (rounds + minutes) / MILLION);
        usage.put(Item.TABLE_WRITES, rounds * writesPerRound(setup.checks()) / MILLION);
        usage.put(
                Item.TABLE_READS,
                (rounds * readsPerRound() + minutes * READS_PER_EMPTYING + calls) / MILLION);
        usage.put(Item.TABLE_STORE, stored);
        usage.put(Item.TABLE_BACKUP, stored);
        usage.put(Item.BUCKET_WRITES, rounds * PUTS_PER_REVIEW / THOUSAND);
        usage.put(Item.BUCKET_READS, (rounds * 2 + minutes) * GETS_PER_RUN / THOUSAND);
        usage.put(Item.API_CALLS, calls / MILLION);
        usage.put(Item.CDN_CALLS, (double) setup.views() * REQUESTS_PER_VIEW / MILLION);
        int further = setup.places() - 1;
        Setup.Stacks stacks = setup.stacks();
        usage.put(Item.ALARMS, (double) stacks.homeAlarms() + further * stacks.placeAlarms());
        usage.put(Item.METRICS, (double) stacks.homeMetrics() + further * stacks.placeMetrics());
        usage.put(Item.METRIC_CALLS, minutes / THOUSAND);
        usage.put(Item.LOGS, runs * BYTES_PER_LINE / GIGABYTE);
        return usage;
    }

    /** Read units of one round and the review that it sets off. */
    public static double readsPerRound() {
        return READS_PER_ROUND + READS_PER_REVIEW;
    }

    /** Write units of one round and the review that it sets off. */
    public static double writesPerRound(int checks) {
        return WRITES_PER_ROUND + WRITES_PER_REVIEW + WRITES_PER_REVIEW_AND_CHECK * checks;
    }
}
