package weservstatus.document;

import weservstatus.status.StatusSnapshot.HourSpeed;
import weservstatus.uptime.Percentiles;

/** Latency as every document of our own API writes it. */
final class SpeedJson {
    private SpeedJson() {}

    static void hour(Json json, HourSpeed hour) {
        json.text("hour", Times.seconds(hour.hour()));
        percentiles(json, hour.latency());
    }

    static void percentiles(Json json, Percentiles latency) {
        json.number("n", latency.n());
        json.tenths("p50", latency.p50());
        json.tenths("p95", latency.p95());
        json.tenths("p99", latency.p99());
    }
}
