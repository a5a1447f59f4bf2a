package weservstatus.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one-machine edition as a user starts it, with 100 checks a minute against the recorded
 * service: ninety of its home page and ten pictures that are decoded and judged.
 */
final class OneMachine {
    private static final Pattern READY = Pattern.compile("ready (\\S+) (\\S+)");
    private static final Pattern FIRST = Pattern.compile("first result: (\\S+)");
    private static final int CHECKS = 100;
    private static final int PICTURES = 10;

    private OneMachine() {}

    /**
     * Start to first result, then resident memory and processor time after some minutes.
     *
     * @param minutes 0 measures the start only
     */
    static List<Row> measure(int minutes) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("bench");
        Path config = Files.writeString(folder.resolve("status.yaml"), configuration());
        try (ChildJvm replay = ChildJvm.start(ReplayTarget.class.getName(), "AS_RECORDED")) {
            Matcher ready = replay.await(READY);
            long started = System.nanoTime();
            try (ChildJvm monitor =
                    ChildJvm.launch(
                            "run",
                            "--config=" + config,
                            "--target=" + ready.group(1),
                            "--origin=" + ready.group(2),
                            "--port=0",
                            "--data=" + folder.resolve("data"))) {
                String first = monitor.await(FIRST).group(1);
                double seconds = (System.nanoTime() - started) / 1e9;
                Row start =
                        new Row(
                                "start → first result of all " + CHECKS + " checks",
                                String.format(Locale.ROOT, "%.1f s (%s)", seconds, first),
                                "≤ 5 s",
                                "");
                return minutes == 0 ? List.of(start) : List.of(start, memory(monitor, minutes));
            }
        }
    }

    private static Row memory(ChildJvm monitor, int minutes) throws InterruptedException {
        long cpuBefore = monitor.cpuMillis();
        pause(Duration.ofMinutes(minutes));
        double perProbe = (monitor.cpuMillis() - cpuBefore) / (double) (minutes * CHECKS);
        return new Row(
                "one machine, " + CHECKS + " checks a minute, after " + minutes + " min",
                String.format(
                        Locale.ROOT,
                        "%d MB resident, %.1f ms CPU per probe all in",
                        monitor.residentMegabytes(),
                        perProbe),
                "≤ 128 MB",
                "Gatus 35 MB, Uptime Kuma 166–205 MB");
    }

    /** The passing of time is what is measured here. */
    private static void pause(Duration time) throws InterruptedException {
        boolean ended = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
        if (ended) {
            throw new IllegalStateException("nobody counts down");
        }
    }

    private static String configuration() {
        StringBuilder yaml =
                new StringBuilder(
                        """
                        page: {name: Bench, url: 'http://127.0.0.1/'}
                        locations: [{id: here, name: This machine}]
                        targets: [{id: wsrv, url: 'http://127.0.0.1:9', budget: none}]
                        control: none
                        groups:
                          - id: all
                            name: All
                            components: [{id: home, name: Home}, {id: pictures, name: Pictures}]
                        checks:
                        """);
        for (int i = 0; i < CHECKS - PICTURES; i++) {
            yaml.append(
                    "  - {id: home-%d, name: Home %d, component: home, path: /, vital: true, cache: none, every: 1m, expect: [{status: 200}]}\n"
                            .formatted(i, i));
        }
        for (int i = 0; i < PICTURES; i++) {
            yaml.append(
                    "  - {id: picture-%d, name: Picture %d, component: pictures, path: '/?url={origin}/card.png&w=320&output=webp&nonce={nonce}', vital: true, cache: miss, every: 1m, expect: [{status: 200}, {card: as-requested}]}\n"
                            .formatted(i, i));
        }
        return yaml.toString();
    }
}
