package weservstatus.local.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A program that others wrote, run once to its end.
 *
 * @param environment beside our own
 * @param folder that it is started in
 */
record Client(List<String> words, Map<String, String> environment, Path folder) {
    static final Path ROOT = Path.of(System.getProperty("repository.root"));
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    static Client of(String... words) {
        return new Client(List.of(words), Map.of(), ROOT);
    }

    /** A script of {@code tools/clients} for Node. */
    static Client node(String script, String... arguments) throws IOException {
        Path folder = installed("tools/node");
        List<String> words = words("node", script, arguments);
        return new Client(words, Map.of(), ROOT)
                .with("NODE_PATH", folder.resolve("node_modules").toString());
    }

    /** A script of {@code tools/clients} for Python. */
    static Client python(String script, String... arguments) throws IOException {
        String python = installed("tools/venv").resolve("bin/python").toString();
        return new Client(words(python, script, arguments), Map.of(), ROOT);
    }

    /** Where the packages of {@code tools/clients} are; installs them where they are missing. */
    static Path installed(String tool) throws IOException {
        String printed = Client.of(ROOT.resolve(tool).toString(), "clients").output();
        return Path.of(printed.strip());
    }

    Client with(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new Client(words, more, folder);
    }

    Client in(Path other) {
        return new Client(words, environment, other);
    }

    /** What it prints as JSON. */
    JsonNode json() throws IOException {
        return JsonMapper.shared().readTree(output());
    }

    /** All that it prints. Fails unless the program ends well and in time. */
    String output() throws IOException {
        return output("");
    }

    /** The same of a program that reads this. */
    String output(String input) throws IOException {
        Path in = Files.writeString(Files.createTempFile("client", ".in"), input);
        Path out = Files.createTempFile("client", ".out");
        Path errors = Files.createTempFile("client", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(words);
            builder.directory(folder.toFile()).environment().putAll(environment);
            builder.redirectInput(in.toFile());
            builder.redirectOutput(out.toFile()).redirectError(errors.toFile());
            int code = code(builder.start());
            if (code != 0) {
                throw new AssertionError(
                        words
                                + " ended with "
                                + code
                                + ": "
                                + Files.readString(errors)
                                + Files.readString(out));
            }
            return Files.readString(out);
        } finally {
            Files.delete(in);
            Files.delete(out);
            Files.delete(errors);
        }
    }

    private int code(Process process) {
        try {
            if (process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            throw new AssertionError(words + " does not end");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(words + " was interrupted", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static List<String> words(String program, String script, String... arguments) {
        List<String> words = new ArrayList<>();
        words.add(program);
        words.add(ROOT.resolve("tools/clients").resolve(script).toString());
        words.addAll(List.of(arguments));
        return words;
    }
}
