package weservstatus.document;

import static weservstatus.document.MetricLines.label;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import weservstatus.document.MetricLines.Family;
import weservstatus.document.MetricLines.Samples;
import weservstatus.observe.Phase;
import weservstatus.status.CheckReport;
import weservstatus.status.CheckReport.Seen;
import weservstatus.status.StatusSnapshot;

/** The newest attempt of each check and location, under the names of the blackbox exporter. */
final class ProbeMetrics {
    private static final int MICRO_DIGITS = 6;
    private static final String HTTP = "http";

    private ProbeMetrics() {}

    private record Newest(CheckReport check, Seen seen) {
        String labels() {
            return label("check", check.id()) + "," + label("location", seen.location());
        }

        boolean isOneRequest() {
            return check.question().kind().equals(HTTP);
        }
    }

    static void write(MetricLines out, StatusSnapshot snapshot) {
        List<Newest> newest =
                snapshot.asked().checks().stream()
                        .filter(CheckReport::tellsOfNow)
                        .flatMap(ProbeMetrics::newest)
                        .toList();
        out.gauges(
                new Family("probe_success", "", "1 if the newest attempt came as it must, else 0."),
                newest,
                (samples, one) -> samples.add(one.labels(), one.seen().cameGood() ? 1 : 0));
        out.gauges(
                new Family("probe_duration_seconds", "seconds", "How long it took."),
                newest,
                (samples, one) ->
                        samples.add(one.labels(), seconds(one.seen().phases().totalMicros())));
        http(out, newest.stream().filter(Newest::isOneRequest).toList());
    }

    private static void http(MetricLines out, List<Newest> newest) {
        out.gauges(
                new Family("probe_http_status_code", "", "Status of the answer."),
                newest,
                (samples, one) ->
                        one.seen().status().ifPresent(status -> samples.add(one.labels(), status)));
        out.gauges(
                new Family("probe_http_duration_seconds", "seconds", "Where its time went."),
                newest,
                ProbeMetrics::phases);
        out.gauges(
                new Family(
                        "probe_ssl_earliest_cert_expiry",
                        "",
                        "When the first certificate of the chain ends, in Unix time."),
                newest,
                (samples, one) -> ends(samples, one, one.seen().certificateEnds()));
    }

    private static void ends(Samples samples, Newest one, Optional<Instant> end) {
        end.ifPresent(instant -> samples.add(one.labels(), instant.getEpochSecond()));
    }

    private static void phases(Samples samples, Newest one) {
        for (Phase phase : Phase.values()) {
            samples.add(
                    one.labels() + "," + label("phase", name(phase)),
                    seconds(one.seen().phases().micros(phase)));
        }
    }

    private static String name(Phase phase) {
        return switch (phase) {
            case DNS -> "resolve";
            case CONNECT -> "connect";
            case TLS -> "tls";
            case FIRST_BYTE -> "processing";
            case TRANSFER -> "transfer";
        };
    }

    /** The first of each location that tells of the service and not of the monitor. */
    private static Stream<Newest> newest(CheckReport check) {
        Set<String> told = new HashSet<>();
        return check.seen().stream()
                .filter(ProbeMetrics::tells)
                .filter(seen -> told.add(seen.location()))
                .map(seen -> new Newest(check, seen));
    }

    private static boolean tells(Seen seen) {
        return seen.cameGood() || seen.result().equals("failed") || seen.result().equals("blocked");
    }

    private static BigDecimal seconds(long micros) {
        return BigDecimal.valueOf(micros, MICRO_DIGITS);
    }
}
