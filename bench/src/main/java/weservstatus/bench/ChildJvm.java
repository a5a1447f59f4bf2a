package weservstatus.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program of ours in a JVM of its own, so that its processor time and memory are its alone. */
final class ChildJvm implements AutoCloseable {
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");

    private final Process process;
    private final BufferedReader output;

    private ChildJvm(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** A main class of the benches. */
    static ChildJvm start(String mainClass, String... arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx64m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Djava.awt.headless=true",
                                "-Dsun.net.httpserver.nodelay=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                mainClass));
        command.addAll(Arrays.asList(arguments));
        return run(command);
    }

    /** The product itself, as a user starts it; the launcher becomes the JVM. */
    static ChildJvm launch(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(Path.of("weserv-status").toAbsolutePath().toString()));
        command.addAll(Arrays.asList(arguments));
        return run(command);
    }

    private static ChildJvm run(List<String> command) {
        try {
            return new ChildJvm(new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next line that the pattern is found in. */
    Matcher await(Pattern pattern) {
        List<String> before = new ArrayList<>();
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                Matcher matcher = pattern.matcher(line);
                if (matcher.find()) {
                    return matcher;
                }
                before.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("ended without " + pattern + ": " + before);
    }

    /** Resident memory in MB. */
    long residentMegabytes() {
        try {
            Matcher matcher =
                    RESIDENT.matcher(
                            Files.readString(Path.of("/proc", process.pid() + "", "status")));
            if (!matcher.find()) {
                throw new IllegalStateException("no resident memory in /proc");
            }
            return Long.parseLong(matcher.group(1)) / 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Processor time since the start, in milliseconds. */
    long cpuMillis() {
        return process.toHandle().info().totalCpuDuration().orElseThrow().toMillis();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
