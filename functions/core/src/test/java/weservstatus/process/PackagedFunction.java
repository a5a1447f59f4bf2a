package weservstatus.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A function's package in a child JVM under the real runtime client, started as Lambda starts it:
 * working directory and task root are the unzipped package, the client alone is on the class path.
 */
public final class PackagedFunction implements AutoCloseable {
    private final Process process;

    private PackagedFunction(Process process) {
        this.process = process;
    }

    /**
     * What is started.
     *
     * @param folder the unzipped package
     * @param handler as in the template
     * @param environment the function's variables; it gets none of those of this process
     * @param log gets all its output, since our own belongs to whoever runs us
     */
    public record Setup(Path folder, String handler, Map<String, String> environment, Path log) {
        public Setup {
            environment = Map.copyOf(environment);
        }
    }

    /**
     * Starts the function.
     *
     * @param options of the JVM, beside those that Lambda gives
     */
    public static PackagedFunction start(Setup setup, String... options) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of(options));
        command.addAll(
                List.of(
                        "-cp",
                        runtimeClient(),
                        "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                        setup.handler()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(setup.folder().toFile());
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(setup.log().toFile()));
        builder.environment().clear();
        builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", "test");
        builder.environment().put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        builder.environment().put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
        builder.environment().put("LAMBDA_TASK_ROOT", setup.folder().toString());
        builder.environment().put("_HANDLER", setup.handler());
        builder.environment().putAll(setup.environment());
        return new PackagedFunction(builder.start());
    }

    /** Its process on this machine. */
    public long pid() {
        return process.pid();
    }

    /** Completes with the exit code when the function has ended, for whatever reason. */
    public CompletableFuture<Integer> exit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** The jars of the runtime client on the test's own class path; our own must not be there. */
    public static String runtimeClient() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        Path.of(entry)
                                .getFileName()
                                .toString()
                                .matches(
                                        "aws-lambda-java-(runtime-interface-client|core|serialization)-.*\\.jar"
                                                + "|utils-lite-.*\\.jar"))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Unpacks a package into an empty folder. */
    public static void unzip(Path zip, Path folder) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (Enumeration<? extends ZipEntry> e = file.entries(); e.hasMoreElements(); ) {
                ZipEntry entry = e.nextElement();
                Path target = folder.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                try (InputStream in = file.getInputStream(entry)) {
                    Files.copy(in, target);
                }
            }
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
