package weservstatus.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import weservstatus.config.Plan;

/** Says what is wrong with a configuration, or what it would do. */
@Command(
        name = "validate",
        description = "Prints every fault of a configuration, or what would run.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the configuration is good", "2:it is not"})
final class ValidateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A status.yaml.")
    private Path file = Path.of("status.yaml");

    private final Surroundings surroundings;

    ValidateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        surroundings.out().print(Plan.describe(TargetOptions.read(file)));
        surroundings.out().flush();
        return ExitCode.GOOD;
    }
}
