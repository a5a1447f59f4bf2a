package weservstatus.uptime;

import weservstatus.verdict.Trials;

/**
 * One component's part of a period: how it spent the time, how fast it answered and how often well.
 *
 * @param trials scheduled answers outside announced work, outages included
 */
public record Share(Tally tally, Latency latency, Trials trials) {

    public static final Share NONE = new Share(Tally.NONE, Latency.NONE);

    /** One of which no answers are known. */
    public Share(Tally tally, Latency latency) {
        this(tally, latency, Trials.NONE);
    }

    public Share plus(Share other) {
        return new Share(
                tally.plus(other.tally), latency.plus(other.latency), trials.plus(other.trials));
    }
}
