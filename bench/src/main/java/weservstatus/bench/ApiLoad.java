package weservstatus.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests per second of the status JSON on loopback, driven by wrk. */
final class ApiLoad {
    private static final Pattern READY = Pattern.compile("ready (\\S+)");
    private static final int SECONDS = 30;

    private ApiLoad() {}

    static List<Row> measure() throws IOException, InterruptedException {
        try (ChildJvm server = ChildJvm.start(ApiTarget.class.getName())) {
            String url = server.await(READY).group(1) + "/api/v1/status";
            wrk(url, 5);
            String report = wrk(url, SECONDS);
            String measured =
                    find(report, "Requests/sec:\\s+([0-9.]+)")
                            + " req/s, p99 "
                            + find(report, "99%\\s+(\\S+)")
                            + ", "
                            + errors(report)
                            + ", "
                            + server.residentMegabytes()
                            + " MB resident after";
            return List.of(
                    new Row(
                            "status JSON, gzip, 100 components × 90 days, wrk 32 connections, same 2 cores",
                            measured,
                            "≥ 10,000 req/s, p99 ≤ 5 ms",
                            "compressing for each request 3,900 req/s"));
        }
    }

    private static String wrk(String url, int seconds) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                "wrk",
                                "-t1",
                                "-c32",
                                "--latency",
                                "-d" + seconds + "s",
                                "-H",
                                "Accept-Encoding: gzip",
                                url)
                        .redirectErrorStream(true)
                        .start();
        String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("wrk failed: " + report);
        }
        return report;
    }

    private static String errors(String report) {
        boolean bad = report.contains("Socket errors") || report.contains("Non-2xx");
        return bad ? "ERRORS: " + report.replace('\n', ' ') : "0 errors";
    }

    private static String find(String report, String regex) {
        Matcher matcher = Pattern.compile(regex).matcher(report);
        if (!matcher.find()) {
            throw new IllegalStateException("wrk says something else: " + report);
        }
        return matcher.group(1);
    }
}
