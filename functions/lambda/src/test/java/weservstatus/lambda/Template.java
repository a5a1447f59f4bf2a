package weservstatus.lambda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The template as plain CloudFormation, made by the translator that deploying uses.
 *
 * @param file where it lies
 */
record Template(Path file, JsonNode json) {
    private static final Path LINT = Events.ROOT.resolve(".cache/venv/lint/bin").toAbsolutePath();

    /** What a program said. */
    private record Said(int code, String text) {}

    /** Translates the SAM text. */
    static Template of(String sam, Path folder) throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve("template.yaml"), sam);
        String script = Events.ROOT.resolve("tools/sam-to-cloudformation.py").toString();
        Said said = run(folder, "python", script, source.toString());
        if (said.code() != 0) {
            throw new IllegalArgumentException(said.text());
        }
        Path file = Files.writeString(folder.resolve("translated.json"), said.text());
        return new Template(file, JsonMapper.shared().readTree(said.text()));
    }

    /** Everything that cfn-lint says, warnings too; empty when it has nothing to say. */
    String lint(Path folder) throws IOException, InterruptedException {
        Said said = run(folder, "cfn-lint", file.toString());
        return said.code() == 0 ? "" : said.text();
    }

    JsonNode properties(String resource) {
        return resource(resource).path("Properties");
    }

    JsonNode resource(String name) {
        return json.path("Resources").path(name);
    }

    Stream<Map.Entry<String, JsonNode>> ofType(String type) {
        return json.path("Resources").properties().stream()
                .filter(resource -> resource.getValue().path("Type").asString("").equals(type));
    }

    /** Every statement of every role. */
    Stream<JsonNode> statements() {
        return ofType("AWS::IAM::Role")
                .flatMap(role -> role.getValue().path("Properties").path("Policies").valueStream())
                .flatMap(policy -> policy.path("PolicyDocument").path("Statement").valueStream());
    }

    private static Said run(Path folder, String program, String... arguments)
            throws IOException, InterruptedException {
        Path executable = LINT.resolve(program);
        if (!Files.isExecutable(executable)) {
            throw new IllegalStateException(
                    "The template's test needs the translator and cfn-lint. Run once: tools/venv"
                            + " lint");
        }
        Path output = folder.resolve(program + ".txt");
        List<String> command =
                Stream.concat(Stream.of(executable.toString()), Stream.of(arguments)).toList();
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        int code = builder.start().waitFor();
        return new Said(code, Files.readString(output, StandardCharsets.UTF_8));
    }
}
