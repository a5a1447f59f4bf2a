package weservstatus.lambda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.process.ChildProcess;
import weservstatus.process.PackagedFunction;

/**
 * An account on a MiniStack of its own that checks signatures and policies and runs our functions
 * under the real runtime client; {@code sam} works on it as on AWS.
 */
final class Emulated implements AutoCloseable {
    static final String REGION = "eu-central-1";

    private static final Path ROOT = Events.ROOT.toAbsolutePath().normalize();
    private static final Path TESTS = ROOT.resolve("functions/lambda/src/test/resources");
    private static final Path TARGET = ROOT.resolve("functions/lambda/target");

    private final ChildProcess process;
    private final Path folder;

    private Emulated(ChildProcess process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /**
     * What a program said.
     *
     * @param text both streams
     */
    record Said(int code, String text) {}

    static Emulated start(Path folder) {
        return new Emulated(ChildProcess.start(port -> command(port, folder)), folder);
    }

    AwsEndpoint endpoint() {
        return new AwsEndpoint(process.address());
    }

    /** Runs {@code sam} at the top of the repository, with the account's credentials. */
    Said sam(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ROOT.resolve(".cache/venv/lint/bin/sam").toString());
        command.addAll(Arrays.asList(arguments));
        return run(command);
    }

    /** Runs {@code weserv-status deploy} after the launcher's part of it. */
    Said deploy(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ROOT.resolve(".cache/venv/lint/bin/python").toString());
        command.add(ROOT.resolve("tools/deploy.py").toString());
        command.addAll(Arrays.asList(arguments));
        return run(command);
    }

    /**
     * Has change sets made for stacks that are not there.
     *
     * @param asked each a template and its parameters, such as {@code template.yaml|A=1|B=2}
     * @return what CloudFormation says to each, {@code taken} where it refuses nothing
     */
    List<String> changeSets(List<String> asked) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ROOT.resolve(".cache/venv/lint/bin/python").toString());
        command.add(TESTS.resolve("change_sets.py").toString());
        command.addAll(asked);
        return run(command).text().lines().toList();
    }

    private Said run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "said", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(ROOT.toFile());
        builder.environment().putAll(client());
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        int code = builder.start().waitFor();
        return new Said(code, Files.readString(output, StandardCharsets.UTF_8));
    }

    /** What the stack says of itself. */
    Map<String, String> outputs(String stack, String region)
            throws IOException, InterruptedException {
        Said said =
                sam(
                        "list",
                        "stack-outputs",
                        "--stack-name",
                        stack,
                        "--region",
                        region,
                        "--output",
                        "json");
        String json = said.text().substring(Math.max(0, said.text().indexOf('[')));
        return JsonMapper.shared()
                .readTree(json)
                .valueStream()
                .collect(
                        Collectors.toMap(
                                output -> text(output, "OutputKey"),
                                output -> text(output, "OutputValue")));
    }

    private static String text(JsonNode output, String name) {
        return output.path(name).asString();
    }

    private Map<String, String> client() {
        return Map.of(
                "AWS_ENDPOINT_URL", process.address().toString(),
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test",
                "AWS_DEFAULT_REGION", REGION,
                "AWS_EC2_METADATA_DISABLED", "true",
                "SAM_CLI_TELEMETRY", "0");
    }

    private static ChildProcess.Command command(int port, Path folder) {
        Path python = ROOT.resolve(".cache/venv/ministack/bin/python");
        return new ChildProcess.Command(
                List.of(python.toString(), ROOT.resolve("tools/ministack_java.py").toString()),
                Map.ofEntries(
                        Map.entry("AUTH", "true"),
                        Map.entry("BIND_HOST", "127.0.0.1"),
                        Map.entry("MINISTACK_HOST", "127.0.0.1"),
                        Map.entry("GATEWAY_PORT", Integer.toString(port)),
                        Map.entry("SFTP_ENABLED", "0"),
                        Map.entry("IOT_MTLS_ENABLED", "0"),
                        Map.entry("MINISTACK_REGION", REGION),
                        // For the functions, which inherit it.
                        Map.entry("AWS_ENDPOINT_URL", "http://127.0.0.1:" + port),
                        Map.entry("AWS_EC2_METADATA_DISABLED", "true"),
                        Map.entry("LAMBDA_JAVA", java()),
                        Map.entry("LAMBDA_CLIENT", PackagedFunction.runtimeClient()),
                        Map.entry("TMPDIR", folder.toString())),
                "/_ministack/health",
                TARGET.resolve("emulated.log"));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin/java").toString();
    }

    @Override
    public void close() {
        process.close();
    }
}
