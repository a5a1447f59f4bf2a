package weservstatus.bench.coldstart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import weservstatus.process.PackagedFunction;

/**
 * Starts each function of the packaged zip again and again under the real runtime client, and a
 * bare handler beside them, each with an event of its trigger. What they speak to answers at once.
 */
public final class ColdStart implements AutoCloseable {
    public static final int USUAL_RUNS = 9;

    /** What Lambda gives to 512 MB: 512 / 1769 of a processor. */
    private static final double SHARE = 0.29;

    private static final int MOST_ROUNDS = 30;
    private static final Path ZIP = Path.of("functions/lambda/target/function.zip");
    private static final Path LOG = Path.of("bench/target/coldstart.log");

    private static final Subject BARE =
            new Subject("bare handler", BareHandler.class.getName(), "", true);
    private static final Subject PROBE =
            Subject.of("probe", "ProbeHandler", "probe-schedule.json").unseeded();
    private static final Subject REVIEW =
            Subject.of("review", "ReviewHandler", "review-stream.json");
    private static final List<Subject> SUBJECTS =
            List.of(
                    BARE,
                    PROBE,
                    REVIEW,
                    Subject.of("rollup", "RollUpHandler", "rollup-schedule.json"),
                    Subject.of("notify", "NotifyHandler", "notify-stream.json"),
                    Subject.of("status API", "StatusApiHandler", "status-api-get.json"),
                    Subject.of("admin API", "AdminHandler", "admin-post.json"),
                    Subject.of("intake", "IntakeHandler", "intake-push.json"));

    private final AwsDouble aws = new AwsDouble();
    private final PictureService service = new PictureService();
    private final Path ours;
    private final Path bare;

    private ColdStart() throws IOException {
        Files.deleteIfExists(LOG);
        Path folder = Files.createTempDirectory("coldstart");
        ours = Files.createDirectory(folder.resolve("ours"));
        bare = bare(folder.resolve("bare"));
        PackagedFunction.unzip(ZIP, ours);
        aws.put("config/status.yaml", service.configuration());
    }

    /** Measures and returns the lines of a Markdown table. */
    public static List<String> measure(int runs) throws IOException, InterruptedException {
        try (ColdStart bench = new ColdStart()) {
            Optional<CpuQuota> quota = CpuQuota.of(SHARE);
            try {
                return bench.table(runs, quota);
            } finally {
                quota.ifPresent(CpuQuota::close);
            }
        }
    }

    private List<String> table(int runs, Optional<CpuQuota> quota)
            throws IOException, InterruptedException {
        AwsDouble.State configured = aws.state();
        AwsDouble.State seeded = seed();
        Map<Subject, List<Start>> free = new LinkedHashMap<>();
        Map<Subject, List<Start>> held = new LinkedHashMap<>();
        for (int run = 0; run < runs; run++) {
            for (Subject subject : SUBJECTS) {
                AwsDouble.State found = subject.seeded() ? seeded : configured;
                free.computeIfAbsent(subject, any -> new ArrayList<>())
                        .add(start(subject, found, Optional.empty()));
                if (quota.isPresent()) {
                    held.computeIfAbsent(subject, any -> new ArrayList<>())
                            .add(start(subject, found, quota));
                }
            }
        }
        double least = median(free.getOrDefault(BARE, List.of()), Start::total);
        List<String> lines = new ArrayList<>();
        lines.add(
                "| function | start → first answer, ms | × bare | start → ready, ms | first event, ms | first event at "
                        + SHARE
                        + " of a processor, ms | peak MB |");
        lines.add("|---|---|---|---|---|---|---|");
        SUBJECTS.forEach(subject ->
                lines.add(
                        line(
                                subject,
                                free.getOrDefault(subject, List.of()),
                                held.getOrDefault(subject, List.of()),
                                least)));
        lines.add("");
        lines.add(
                "Medians of %d. Zip: %.1f MB. Quota: %s."
                        .formatted(
                                runs,
                                Files.size(ZIP) / 1e6,
                                quota.map(CpuQuota::describe).orElse("none, not measured")));
        lines.add("");
        lines.add(LoadedClasses.HEAD);
        for (Subject subject : SUBJECTS) {
            lines.add(classes(subject, subject.seeded() ? seeded : configured));
        }
        return lines;
    }

    private String classes(Subject subject, AwsDouble.State found)
            throws IOException, InterruptedException {
        Path list = Path.of("bench/target", subject.handler() + ".classes");
        Files.deleteIfExists(list);
        aws.become(found);
        Start.of(setup(subject), subject.json(), Optional.empty(), LoadedClasses.option(list));
        return LoadedClasses.read(list).line(subject.name());
    }

    private static String line(Subject subject, List<Start> free, List<Start> held, double least) {
        double total = median(free, Start::total);
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.1f | %.0f | %.0f | %s | %.0f |",
                subject.name(),
                total,
                total / least,
                median(free, Start::init),
                median(free, Start::first),
                held.isEmpty()
                        ? ""
                        : String.format(Locale.ROOT, "%.0f", median(held, Start::first)),
                median(free, Start::megabytes));
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> value) {
        double[] sorted = starts.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private Start start(Subject subject, AwsDouble.State found, Optional<CpuQuota> quota)
            throws IOException, InterruptedException {
        aws.become(found);
        return Start.of(setup(subject), subject.json(), quota);
    }

    private PackagedFunction.Setup setup(Subject subject) {
        return new PackagedFunction.Setup(
                subject.equals(BARE) ? bare : ours,
                subject.handler() + "::handleRequest",
                environment(),
                LOG);
    }

    /** The service is broken until an incident is opened and a notice of it waits. */
    private AwsDouble.State seed() throws IOException, InterruptedException {
        service.breaks(true);
        for (int round = 0; round < MOST_ROUNDS && !aws.has("outbox"); round++) {
            Start.of(setup(PROBE), PROBE.json(), Optional.empty());
            Start.of(setup(REVIEW), REVIEW.json(), Optional.empty());
        }
        service.breaks(false);
        if (!aws.has("outbox")) {
            throw new IllegalStateException("no incident after " + MOST_ROUNDS + " rounds: " + LOG);
        }
        return aws.state();
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("AWS_ENDPOINT_URL", aws.url()),
                Map.entry("AWS_REGION", "eu-central-1"),
                Map.entry("AWS_ACCESS_KEY_ID", "test"),
                Map.entry("AWS_SECRET_ACCESS_KEY", "test"),
                Map.entry("AWS_EC2_METADATA_DISABLED", "true"),
                Map.entry("WESERV_STATUS_TABLE", "table"),
                Map.entry("WESERV_STATUS_BUCKET", "bucket"),
                Map.entry("WESERV_STATUS_LOCATION", "here"),
                Map.entry("WESERV_STATUS_TOPIC", "arn:aws:sns:eu-central-1:123456789012:alerts"),
                Map.entry("WESERV_STATUS_ORDERS", "arn:aws:sns:eu-central-1:123456789012:orders"));
    }

    /** A package of the bare handler and what Lambda itself asks for. */
    private static Path bare(Path folder) throws IOException {
        String name = BareHandler.class.getName().replace('.', '/') + ".class";
        Path target = folder.resolve(name);
        Files.createDirectories(target.getParent());
        try (InputStream bytes =
                Optional.ofNullable(BareHandler.class.getResourceAsStream("BareHandler.class"))
                        .orElseThrow()) {
            Files.copy(bytes, target);
        }
        Path lib = Files.createDirectory(folder.resolve("lib"));
        for (String jar : System.getProperty("java.class.path").split(":", -1)) {
            if (Path.of(jar).getFileName().toString().startsWith("aws-lambda-java-core-")) {
                Files.copy(Path.of(jar), lib.resolve("core.jar"));
            }
        }
        return folder;
    }

    @Override
    public void close() {
        aws.close();
        service.close();
    }
}
