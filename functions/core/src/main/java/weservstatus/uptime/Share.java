package weservstatus.uptime;

/** One component's part of a period: how it spent the time and how fast it answered. */
public record Share(Tally tally, Latency latency) {

    public static final Share NONE = new Share(Tally.NONE, Latency.NONE);

    public Share plus(Share other) {
        return new Share(tally.plus(other.tally), latency.plus(other.latency));
    }
}
