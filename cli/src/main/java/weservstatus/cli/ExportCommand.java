package weservstatus.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import weservstatus.local.Export;

/** Writes everything that a monitor keeps. */
@Command(
        name = "export",
        description =
                "Prints everything that a data folder or, with --endpoint, a monitor keeps, but for"
                        + " addresses of subscribers, as lines of JSON; a monitor may run"
                        + " meanwhile.")
final class ExportCommand implements Callable<Integer> {
    @Mixin private AdminOptions options = new AdminOptions();

    private final Surroundings surroundings;

    ExportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Path folder = options.folder(surroundings);
        long lines =
                options.isAddressed(surroundings)
                        ? fetched(options.open(surroundings))
                        : Export.write(folder, surroundings.clock(), surroundings.out());
        surroundings.out().flush();
        String from = options.isAddressed(surroundings) ? "that monitor" : folder.toString();
        surroundings.err().println(lines + " lines from " + from);
        return ExitCode.GOOD;
    }

    /** How many lines there were below the head. */
    private long fetched(AdminSession session) {
        long lines = -1;
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            AdminSession.Lines page = session.lines("export?after=" + next.get());
            surroundings.out().print(page.text());
            lines += page.text().lines().count();
            next = page.next();
        }
        return lines;
    }
}
