package weservstatus.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import weservstatus.local.DataFolderTaken;
import weservstatus.local.PortTaken;
import weservstatus.probe.Version;
import weservstatus.usecase.MissingSecret;
import weservstatus.usecase.MissingToken;

/** The command line: which commands there are and how trouble becomes an exit code. */
final class Cli {

    @Command(
            name = "weserv-status",
            description = "Watches an instance of the image service weserv/images.",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "COMMAND")
    private static final class Top implements Runnable {
        @Spec private CommandSpec spec = CommandSpec.create();

        @Override
        public void run() {
            throw new ParameterException(spec.commandLine(), "no command given");
        }
    }

    private final Surroundings surroundings;

    Cli(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Runs one command to its end and returns its exit code; throws nothing. */
    int execute(String... arguments) {
        CommandLine line = new CommandLine(new Top());
        line.getCommandSpec().version("weserv-status " + Version.current());
        add(line, new RunCommand(surroundings));
        add(line, new DemoCommand(surroundings));
        add(line, new ProbeCommand(surroundings));
        add(line, new PlanCommand(surroundings));
        add(line, new ValidateCommand(surroundings));
        add(line, new CostCommand(surroundings));
        add(line, new VerifyHistoryCommand(surroundings));
        IncidentCommands.add(line, surroundings);
        MaintenanceCommands.add(line, surroundings);
        TemplateCommands.add(line, surroundings);
        ComponentCommands.add(line, surroundings);
        TellingCommands.add(line, surroundings);
        ChannelCommands.add(line, surroundings);
        add(line, new AuditCommand(surroundings));
        add(line, new ExportCommand(surroundings));
        add(line, new ImportCommand(surroundings));
        add(line, new CompletionCommand(surroundings));
        add(line, new VersionCommand(surroundings));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(writer(surroundings.out()));
        line.setErr(writer(surroundings.err()));
        line.setExecutionExceptionHandler((trouble, command, result) -> exitCode(trouble));
        return line.execute(arguments);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    /** A command that does nothing by itself; its parts are added to what is returned. */
    static CommandLine group(CommandLine line, String name, String description) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage().description(description).synopsisSubcommandLabel("COMMAND");
        CommandLine added = new CommandLine(spec.mixinStandardHelpOptions(true));
        line.addSubcommand(name, added);
        return added;
    }

    /** Adds a command, and returns it for parts of its own. */
    static CommandLine add(CommandLine line, Object command) {
        CommandLine added = new CommandLine(command);
        added.getCommandSpec().mixinStandardHelpOptions(true);
        line.addSubcommand(added);
        return added;
    }

    private int exitCode(Exception trouble) {
        return switch (trouble) {
            case BadInput refused -> say(refused, ExitCode.REFUSED);
            case NotDone undone -> say(undone, undone.exitCode());
            case PortTaken taken -> say(taken, ExitCode.REFUSED);
            case MissingToken missing -> say(missing, ExitCode.REFUSED);
            case MissingSecret missing -> say(missing, ExitCode.REFUSED);
            case DataFolderTaken taken -> say(taken, ExitCode.REFUSED);
            default -> {
                surroundings.err().println("weserv-status broke; please report this:");
                trouble.printStackTrace(surroundings.err());
                yield ExitCode.BROKEN;
            }
        };
    }

    private int say(Exception refused, int exitCode) {
        surroundings.err().println(refused.getMessage());
        return exitCode;
    }
}
