package weservstatus.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import weservstatus.check.AddressFamily;
import weservstatus.check.CachePath;
import weservstatus.check.Check;
import weservstatus.check.CheckId;
import weservstatus.check.ComponentId;
import weservstatus.check.Expectation;
import weservstatus.check.HttpCheck;
import weservstatus.check.HttpMethod;
import weservstatus.check.HttpVersion;
import weservstatus.check.LocationId;
import weservstatus.check.Schedule;
import weservstatus.check.Target;
import weservstatus.check.TargetId;
import weservstatus.local.SqliteTable;
import weservstatus.observe.Attempt;
import weservstatus.observe.Controls;
import weservstatus.observe.Observation;
import weservstatus.observe.Round;
import weservstatus.probe.Expectations;
import weservstatus.probe.NetworkProber;
import weservstatus.probe.ProbeSettings;
import weservstatus.store.RoundStore;
import weservstatus.time.Slot;
import weservstatus.verdict.Sides;

/**
 * Processor time of one probe over a fresh connection: asked, judged and, twenty to a round, stored
 * in SQLite. The server runs in another process and does not count.
 */
final class ProbeCost {
    private static final int WARM_UP = 1_500;
    private static final int PROBES = 2_000;
    private static final int ROUND = 20;
    private static final Pattern READY = Pattern.compile("ready (\\S+) (\\S+)");

    private ProbeCost() {}

    static List<Row> measure() throws IOException, GeneralSecurityException, InterruptedException {
        Path folder = Files.createTempDirectory("bench");
        Path keys = keys(folder);
        try (ChildJvm server = ChildJvm.start(LoadTarget.class.getName(), keys.toString());
                SqliteTable table =
                        SqliteTable.open(folder.resolve("rounds.db"), InstantSource.system())) {
            Matcher ready = server.await(READY);
            NetworkProber prober = prober(keys);
            RoundStore store = new RoundStore(table);
            Figures http = figures(prober, store, URI.create(ready.group(1)), "http");
            Figures https = figures(prober, store, URI.create(ready.group(2)), "https");
            return List.of(
                    new Row(
                            "CPU per probe, http, fresh connection, stored",
                            http.text(),
                            "≤ 2.0 ms",
                            "blackbox_exporter 1.2, Gatus with SQLite 2.4"),
                    new Row(
                            "CPU per probe, https, full handshake, stored",
                            https.text(),
                            "≤ 7 ms",
                            "blackbox_exporter 2.7, Gatus with SQLite 3.6; a handshake in the JDK"
                                    + " alone 4.5"));
        }
    }

    private record Figures(double cpuMillis, double medianMillis) {
        String text() {
            return String.format(
                    Locale.ROOT, "%.2f ms (total time p50 %.1f ms)", cpuMillis, medianMillis);
        }
    }

    private static Figures figures(
            NetworkProber prober, RoundStore store, URI url, String location) {
        Target target = new Target(new TargetId("bench"), url, Optional.empty());
        run(prober, store, target, location + "-warm", WARM_UP);
        long before = cpuNanos();
        double[] totals = run(prober, store, target, location, PROBES);
        long spent = cpuNanos() - before;
        Arrays.sort(totals);
        return new Figures(spent / 1e6 / PROBES, totals[PROBES / 2]);
    }

    private static double[] run(
            NetworkProber prober, RoundStore store, Target target, String location, int probes) {
        double[] totals = new double[probes];
        Slot slot = new Slot(Instant.now().truncatedTo(ChronoUnit.DAYS), Duration.ofMinutes(1));
        for (int i = 0; i < probes; i += ROUND) {
            Observation[] seen = new Observation[ROUND];
            for (int j = 0; j < ROUND; j++) {
                Check check = check("check-" + j);
                Attempt attempt = prober.probe(check, target, Duration.ofSeconds(10));
                seen[j] = Sides.judge(attempt, check, Controls.NONE);
                if (!seen[j].result().isGood()) {
                    throw new IllegalStateException("the probe failed: " + seen[j].failure());
                }
                totals[i + j] = seen[j].phases().totalMicros() / 1e3;
            }
            Instant now = Instant.now();
            store.put(
                    new Round(
                            new LocationId(location),
                            slot,
                            0,
                            now,
                            now,
                            Controls.NONE,
                            List.of(seen)));
            slot = slot.next();
        }
        return totals;
    }

    private static Check check(String id) {
        return new HttpCheck(
                new CheckId(id),
                id,
                "",
                new ComponentId("bench"),
                new TargetId("bench"),
                HttpMethod.GET,
                "/",
                Map.of(),
                AddressFamily.ANY,
                HttpVersion.HTTP_1_1,
                0,
                new Schedule(Duration.ofMinutes(1), 0),
                Duration.ofSeconds(10),
                Optional.empty(),
                true,
                CachePath.MISS,
                List.of(new Expectation.StatusIs(200), new Expectation.BodySize(10_000, 10_000)),
                false);
    }

    private static NetworkProber prober(Path keys) throws GeneralSecurityException, IOException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(KeyStore.getInstance(keys.toFile(), LoadTarget.PASSWORD.toCharArray()));
        X509ExtendedTrustManager trust = (X509ExtendedTrustManager) factory.getTrustManagers()[0];
        return new NetworkProber(
                ProbeSettings.standard("weserv-status-bench").withTrust(trust),
                new Expectations((check, expectation, answer) -> List.of()),
                (likeness, here, other) -> List.of());
    }

    private static Path keys(Path folder) throws IOException, InterruptedException {
        Path keys = folder.resolve("keys.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin/keytool");
        String arguments =
                " -genkeypair -keyalg EC -groupname secp256r1 -alias bench -dname CN=localhost"
                        + " -ext san=dns:localhost -validity 30 -storetype PKCS12 -storepass "
                        + LoadTarget.PASSWORD
                        + " -keystore ";
        int exit =
                new ProcessBuilder((keytool + arguments + keys).split(" "))
                        .inheritIO()
                        .start()
                        .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("keytool failed with " + exit);
        }
        return keys;
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
