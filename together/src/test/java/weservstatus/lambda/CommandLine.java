package weservstatus.lambda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The command line as a process of its own, with nothing in its environment but the credentials
 * that AWS's own tools would find there.
 *
 * @param folder for what it says
 * @param endpoint of the monitor
 */
record CommandLine(Path folder, String endpoint, Map<String, String> credentials) {
    CommandLine {
        credentials = Map.copyOf(credentials);
    }

    /** What one command said. */
    record Said(int code, String out, String err) {
        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    /** The same with other credentials. */
    CommandLine as(Map<String, String> others) {
        return new CommandLine(folder, endpoint, others);
    }

    Said run(String... words) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xshare:auto",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-Dweservstatus.home=" + folder,
                                "weservstatus.cli.Main"));
        command.addAll(List.of(words));
        command.addAll(List.of("--endpoint", endpoint, "--aws", Emulated.REGION));
        return started(command);
    }

    private Said started(List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(credentials);
        // Whatever else this machine or its user has is nobody's business here.
        builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
        builder.environment().put("AWS_SHARED_CREDENTIALS_FILE", folder + "/none");
        builder.environment().put("AWS_CONFIG_FILE", folder + "/none");
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        Process process = builder.start();
        process.getOutputStream().close();
        int code = process.waitFor();
        return new Said(code, read(out), read(err));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
