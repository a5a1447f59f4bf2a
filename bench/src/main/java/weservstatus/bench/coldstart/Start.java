package weservstatus.bench.coldstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weservstatus.process.PackagedFunction;
import weservstatus.process.RuntimeApi;

/**
 * One start of a function, in milliseconds.
 *
 * @param init from the start of the process until the function asks for its first event, at full
 *     speed as on Lambda
 * @param first from then until its answer is there
 * @param megabytes most that were resident
 */
record Start(double init, double first, long megabytes) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB$");

    double total() {
        return init + first;
    }

    /**
     * Starts the function and hands it one event.
     *
     * @param quota what the function may take once it is initialised
     * @param options of the JVM
     */
    static Start of(
            PackagedFunction.Setup setup, String event, Optional<CpuQuota> quota, String... options)
            throws IOException, InterruptedException {
        try (RuntimeApi api = new RuntimeApi()) {
            Map<String, String> environment = new HashMap<>(setup.environment());
            environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
            PackagedFunction.Setup whole =
                    new PackagedFunction.Setup(
                            setup.folder(), setup.handler(), environment, setup.log());
            long started = System.nanoTime();
            try (PackagedFunction function = PackagedFunction.start(whole, options)) {
                long ready = ready(api, function);
                quota.ifPresent(share -> share.hold(function.pid()));
                long handed = System.nanoTime();
                RuntimeApi.Answered answered = api.invoke(event, function.exit(), PATIENCE);
                if (answered.failed()) {
                    throw new IllegalStateException(setup.handler() + ": " + answered.body());
                }
                return new Start(
                        (ready - started) / 1e6,
                        (answered.nanos() - handed) / 1e6,
                        peak(function.pid()));
            } catch (ExecutionException | TimeoutException e) {
                throw new IllegalStateException(setup.handler() + " does not answer", e);
            }
        }
    }

    private static long ready(RuntimeApi api, PackagedFunction function)
            throws InterruptedException, ExecutionException {
        return api.ready()
                .applyToEither(
                        api.failure()
                                .<Long>thenApply(Start::refused)
                                .applyToEither(
                                        function.exit()
                                                .<Long>thenApply(
                                                        code -> refused("ended with " + code)),
                                        either -> either),
                        either -> either)
                .get();
    }

    private static Long refused(String reason) {
        throw new IllegalStateException("does not start: " + reason);
    }

    private static long peak(long pid) throws IOException {
        Matcher matcher = PEAK.matcher(Files.readString(Path.of("/proc", pid + "", "status")));
        return matcher.find() ? Long.parseLong(matcher.group(1)) / 1024 : 0;
    }
}
