package weservstatus.lambda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A template as plain CloudFormation, made by the translator that deploying uses.
 *
 * @param json what the translator made; only {@code error} where it refused
 */
record Template(JsonNode json) {
    private static final Path TOOLS = Events.ROOT.resolve(".cache/venv/lint/bin").toAbsolutePath();

    /** What a program said. */
    record Said(int code, String text) {}

    /** Translates SAM texts, in their order; one start of the translator for all. */
    static List<Template> of(List<String> sams, Path folder)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>();
        arguments.add(Events.ROOT.resolve("tools/sam-to-cloudformation.py").toString());
        for (int i = 0; i < sams.size(); i++) {
            Path source = folder.resolve("template-" + i + ".yaml");
            arguments.add(Files.writeString(source, sams.get(i)).toString());
        }
        Said said = run(folder, "python", arguments.toArray(String[]::new));
        List<Template> translated =
                said.text()
                        .lines()
                        .filter(line -> line.startsWith("{"))
                        .map(line -> new Template(JsonMapper.shared().readTree(line)))
                        .toList();
        if (translated.size() != sams.size()) {
            throw new IllegalArgumentException(said.text());
        }
        return translated;
    }

    /** The file at the top of the repository. */
    static String source(String name) throws IOException {
        return Files.readString(Events.ROOT.resolve(name));
    }

    /** Everything that cfn-lint says, warnings too; empty when it has nothing to say. */
    String lint(Path folder) throws IOException, InterruptedException {
        if (json.has("error")) {
            return json.path("error").asString();
        }
        Path file = Files.writeString(folder.resolve("translated.json"), json.toString());
        Said said = run(folder, "cfn-lint", file.toString());
        return said.code() == 0 ? "" : said.text();
    }

    JsonNode properties(String resource) {
        return resource(resource).path("Properties");
    }

    JsonNode resource(String name) {
        return json.path("Resources").path(name);
    }

    /** The resource with its name. */
    record Named(String name, JsonNode properties) {}

    Stream<Named> ofType(String type) {
        return json.path("Resources").properties().stream()
                .filter(resource -> resource.getValue().path("Type").asString("").equals(type))
                .map(found -> new Named(found.getKey(), found.getValue().path("Properties")));
    }

    /** Every statement of every role. */
    Stream<JsonNode> statements() {
        return ofType("AWS::IAM::Role").flatMap(role -> statements(role.name()));
    }

    /** Every statement of one role. */
    Stream<JsonNode> statements(String role) {
        return properties(role)
                .path("Policies")
                .valueStream()
                .flatMap(policy -> policy.path("PolicyDocument").path("Statement").valueStream());
    }

    /** Runs one of the tools and waits for its end. */
    static Said run(Path folder, String program, String... arguments)
            throws IOException, InterruptedException {
        Path executable = TOOLS.resolve(program);
        if (!Files.isExecutable(executable)) {
            throw new IllegalStateException(
                    "The template's test needs the translator, cfn-lint and sam. Run once:"
                            + " tools/venv lint");
        }
        Path output = folder.resolve(program + ".txt");
        List<String> command =
                Stream.concat(Stream.of(executable.toString()), Stream.of(arguments)).toList();
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SAM_CLI_TELEMETRY", "0");
        builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        int code = builder.start().waitFor();
        return new Said(code, Files.readString(output, StandardCharsets.UTF_8));
    }
}
