package weservstatus.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** One command, run to its end in this process. */
record CommandRun(int exitCode, String out, String err) {
    static final Path HOME = Path.of(System.getProperty("repository.root"));

    static CommandRun of(String... arguments) {
        return of(Map.of(), arguments);
    }

    static CommandRun of(Map<String, String> environment, String... arguments) {
        return of(InstantSource.system(), environment, arguments);
    }

    static CommandRun at(Instant now, String... arguments) {
        return of(InstantSource.fixed(now), Map.of(), arguments);
    }

    private static CommandRun of(
            InstantSource clock, Map<String, String> environment, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exitCode =
                new Cli(new Surroundings(HOME, print(out), print(err), clock, environment))
                        .execute(arguments);
        return new CommandRun(
                exitCode,
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream print(ByteArrayOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
