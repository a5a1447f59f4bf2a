package weservstatus.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests per second of the status JSON on loopback, driven by wrk. */
final class ApiLoad {
    private static final Pattern READY = Pattern.compile("ready (\\S+)");
    private static final int LONG = 60;
    private static final int SHORT = 10;

    private ApiLoad() {}

    static List<Row> measure() throws IOException, InterruptedException {
        try (ChildJvm server = ChildJvm.start(ApiTarget.class.getName())) {
            String url = server.await(READY).group(1) + "/api/v1/status";
            wrk(url, SHORT);
            long before = server.residentMegabytes();
            String whole =
                    result(wrk(url, LONG))
                            + ", "
                            + before
                            + " MB resident before, "
                            + server.residentMegabytes()
                            + " MB after";
            String unchanged = result(wrk(url, SHORT, "-H", "If-None-Match: " + tag(url)));
            String varied = result(wrk(url, SHORT, "-s", strangers().toString()));
            return List.of(
                    new Row(
                            "status JSON, gzip, 100 components × 90 days, wrk 32 connections for 60 s, same 2 cores",
                            whole,
                            "≥ 10,000 req/s, p99 ≤ 5 ms, 0 errors, memory flat",
                            "compressing for each request 3,900 req/s"),
                    new Row("the same, asked with its entity tag: 304", unchanged, "", ""),
                    new Row("the same, each request with another query", varied, "as without", ""));
        }
    }

    private static String result(String report) {
        return find(report, "Requests/sec:\\s+([0-9.]+)")
                + " req/s, p99 "
                + find(report, "99%\\s+(\\S+)")
                + ", "
                + errors(report);
    }

    /** The tag of the compressed answer, which has its own. */
    private static String tag(String url) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Accept-Encoding", "gzip")
                            .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow();
        }
    }

    /** A script for wrk that asks as somebody does who wants to make answers dear. */
    private static Path strangers() throws IOException {
        Path script = Files.createTempFile("strangers", ".lua");
        script.toFile().deleteOnExit();
        return Files.writeString(
                script,
                """
                local n = 0
                request = function()
                  n = n + 1
                  return wrk.format("GET", wrk.path .. "?days=" .. n .. "&v=" .. string.rep("x", n % 200))
                end
                """);
    }

    private static String wrk(String url, int seconds, String... more)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("wrk", "-t1", "-c32", "--latency", "-d" + seconds + "s"));
        command.addAll(List.of("-H", "Accept-Encoding: gzip"));
        command.addAll(Arrays.asList(more));
        command.add(url);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
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
