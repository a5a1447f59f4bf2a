package weservstatus.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import weservstatus.local.Import;

/** Reads what `export` wrote. */
@Command(
        name = "import",
        description =
                "Reads what export wrote into a folder that is empty; no monitor may run there.")
final class ImportCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Folder, created where there is none.")
    private Path data = Path.of("unset");

    @Parameters(paramLabel = "FILE", description = "What export wrote.")
    private Path file = Path.of("unset");

    private final Surroundings surroundings;

    ImportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int lines = Import.read(data, surroundings.clock(), in);
            surroundings.out().println(lines + " lines into " + data);
            return ExitCode.GOOD;
        } catch (Import.Unreadable e) {
            throw new BadInput(file + ": " + e.getMessage());
        } catch (IOException e) {
            throw new BadInput(file + ": cannot be read (" + e + "); give what export wrote");
        }
    }
}
