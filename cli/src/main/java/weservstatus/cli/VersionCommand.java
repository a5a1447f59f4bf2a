package weservstatus.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import weservstatus.probe.Version;

/** Says which version this is. */
@Command(name = "version", description = "Prints the version.")
final class VersionCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    VersionCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        surroundings.out().println("weserv-status " + Version.current());
        return ExitCode.GOOD;
    }
}
