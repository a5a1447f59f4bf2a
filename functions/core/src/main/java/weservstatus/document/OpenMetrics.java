package weservstatus.document;

import static weservstatus.document.MetricLines.label;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import weservstatus.document.MetricLines.Family;
import weservstatus.document.MetricLines.Samples;
import weservstatus.status.StatusSnapshot;
import weservstatus.status.StatusSnapshot.ComponentState;
import weservstatus.status.StatusSnapshot.Place;
import weservstatus.status.StatusSnapshot.PlaceState;
import weservstatus.status.Totals;
import weservstatus.status.UptimeFigure;
import weservstatus.uptime.Percentiles;
import weservstatus.uptime.Tally;
import weservstatus.verdict.ComponentStatus;

/** {@code /metrics}. Labels are ids of status.yaml and words of ours: their number is bounded. */
final class OpenMetrics {
    static final String MEDIA_TYPE = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private static final int MILLI_DIGITS = 3;

    private OpenMetrics() {}

    static byte[] write(StatusSnapshot snapshot) {
        MetricLines out = new MetricLines();
        now(out, snapshot);
        past(out, snapshot);
        speed(out, snapshot);
        watching(out, snapshot);
        ProbeMetrics.write(out, snapshot);
        return out.bytes();
    }

    private static void now(MetricLines out, StatusSnapshot snapshot) {
        out.gauges(
                new Family("weserv_page_status", "", "1 for the state of the whole, else 0."),
                List.of(snapshot.status()),
                (samples, status) -> states(samples, "", status));
        out.gauges(
                new Family(
                        "weserv_component_status", "", "1 for the state of the component, else 0."),
                snapshot.components(),
                (samples, state) -> states(samples, component(state) + ",", state.status()));
        out.gauges(
                new Family(
                        "weserv_component_override_until_timestamp_seconds",
                        "seconds",
                        "Until when the state of the component is what somebody said."),
                snapshot.components(),
                (samples, state) ->
                        state.overruling()
                                .ifPresent(said ->
                                        samples.add(component(state), seconds(said.until()))));
        out.gauges(
                new Family("weserv_incidents_open", "", "Incidents that are not over."),
                List.of(snapshot.announcements().open().size()),
                (samples, count) -> samples.add(BigDecimal.valueOf(count)));
    }

    private static void states(Samples samples, String labels, ComponentStatus status) {
        Arrays.stream(ComponentStatus.values())
                .forEach(each ->
                        samples.add(
                                labels + label("status", each.label()), each == status ? 1 : 0));
    }

    private static void past(MetricLines out, StatusSnapshot snapshot) {
        out.gauges(
                new Family(
                        "weserv_component_uptime_ratio",
                        "ratio",
                        "Share of the observed time without an outage, announced work left out."),
                snapshot.components(),
                (samples, state) ->
                        windows(state.totals())
                                .forEach((window, tally) ->
                                        ratio(
                                                samples,
                                                labels(state, window),
                                                UptimeFigure.uptime(tally))));
        out.gauges(
                new Family(
                        "weserv_component_coverage_ratio",
                        "ratio",
                        "Share of the elapsed time that was observed."),
                snapshot.components(),
                (samples, state) ->
                        windows(state.totals())
                                .forEach((window, tally) ->
                                        ratio(
                                                samples,
                                                labels(state, window),
                                                UptimeFigure.coverage(tally))));
    }

    private static Map<String, Tally> windows(Totals totals) {
        return new TreeMap<>(
                Map.of(
                        "24h", totals.day(),
                        "7d", totals.week(),
                        "30d", totals.month(),
                        "90d", totals.quarter()));
    }

    private static String labels(ComponentState state, String window) {
        return component(state) + "," + label("window", window);
    }

    private static void ratio(Samples samples, String labels, Optional<String> percent) {
        percent.map(BigDecimal::new)
                .ifPresent(number -> samples.add(labels, number.movePointLeft(2)));
    }

    private static void speed(MetricLines out, StatusSnapshot snapshot) {
        out.gauges(
                new Family(
                        "weserv_page_latency_seconds",
                        "seconds",
                        "Latency of new pictures in the last 24 hours."),
                List.of(snapshot.speed().day()),
                (samples, latency) -> percentiles(samples, "", latency));
        out.gauges(
                new Family(
                        "weserv_component_latency_seconds",
                        "seconds",
                        "Latency of the component in the newest hour that has any."),
                snapshot.components(),
                (samples, state) ->
                        state.speed().reversed().stream()
                                .filter(hour -> hour.latency().p50().isPresent())
                                .findFirst()
                                .ifPresent(hour ->
                                        percentiles(
                                                samples, component(state) + ",", hour.latency())));
    }

    private static void percentiles(Samples samples, String labels, Percentiles latency) {
        percentile(samples, labels + label("percentile", "50"), latency.p50());
        percentile(samples, labels + label("percentile", "95"), latency.p95());
        percentile(samples, labels + label("percentile", "99"), latency.p99());
    }

    private static void percentile(Samples samples, String labels, Optional<Double> millis) {
        millis.map(BigDecimal::valueOf)
                .ifPresent(value -> samples.add(labels, value.movePointLeft(MILLI_DIGITS)));
    }

    private static void watching(MetricLines out, StatusSnapshot snapshot) {
        out.gauges(
                new Family("weserv_checks", "", "Checks by what is known of them now."),
                List.of(snapshot.checks()),
                (samples, checks) -> {
                    samples.add(label("state", "good"), checks.good());
                    samples.add(label("state", "slow"), checks.slow());
                    samples.add(label("state", "suspect"), checks.suspect());
                    samples.add(label("state", "failing"), checks.failing());
                    samples.add(label("state", "unknown"), checks.unknown());
                    samples.add(label("state", "off"), checks.off());
                });
        out.gauges(
                new Family(
                        "weserv_location_reporting",
                        "",
                        "1 while the location sends fresh rounds and can see, else 0."),
                snapshot.places(),
                (samples, place) ->
                        samples.add(
                                location(place), place.state() == PlaceState.REPORTING ? 1 : 0));
        out.gauges(
                new Family(
                        "weserv_data_timestamp_seconds",
                        "seconds",
                        "Up to when enough locations have reported."),
                snapshot.dataThrough().stream().toList(),
                (samples, through) -> samples.add(seconds(through)));
        out.gauges(
                new Family(
                        "weserv_stale_after_seconds",
                        "seconds",
                        "Age of the data beyond which everything is unknown."),
                List.of(snapshot.staleAfter()),
                (samples, age) -> samples.add(BigDecimal.valueOf(age.toSeconds())));
    }

    private static BigDecimal seconds(Instant instant) {
        return BigDecimal.valueOf(instant.toEpochMilli(), MILLI_DIGITS);
    }

    private static String component(ComponentState state) {
        return label("component", state.component().id().value());
    }

    private static String location(Place place) {
        return label("location", place.id().value());
    }
}
