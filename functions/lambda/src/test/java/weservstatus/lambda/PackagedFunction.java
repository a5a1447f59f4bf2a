package weservstatus.lambda;

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
 * The packaged zip in a child JVM under the real runtime client, started as Lambda starts it:
 * working directory and task root are the unzipped package, the client alone is on the class path.
 */
final class PackagedFunction implements AutoCloseable {
    /** Gets all output of all functions; our own output belongs to the test runner. */
    private static final File LOG =
            Events.ROOT.resolve("functions/lambda/target/packaged-function.log").toFile();

    private final Process process;

    private PackagedFunction(Process process) {
        this.process = process;
    }

    /**
     * Starts the function.
     *
     * @param folder empty folder to unzip into
     * @param handler as in the template
     * @param environment the function's variables; it gets none of those of this process
     */
    static PackagedFunction start(
            Path zip, Path folder, String handler, Map<String, String> environment)
            throws IOException {
        unzip(zip, folder);
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(
                List.of(
                        "-cp",
                        runtimeClient(),
                        "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                        handler));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(folder.toFile());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(LOG));
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("LAMBDA_TASK_ROOT", folder.toString());
        builder.environment().put("_HANDLER", handler);
        builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", "test");
        builder.environment().put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        builder.environment().put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
        return new PackagedFunction(builder.start());
    }

    /** Completes with the exit code when the function has ended, for whatever reason. */
    CompletableFuture<Integer> exit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** The jars of the runtime client on the test's own class path; our own must not be there. */
    static String runtimeClient() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        Path.of(entry)
                                .getFileName()
                                .toString()
                                .matches(
                                        "aws-lambda-java-(runtime-interface-client|core|serialization)-.*\\.jar"
                                                + "|utils-lite-.*\\.jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void unzip(Path zip, Path folder) throws IOException {
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
