package weservstatus.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what makes a shell complete the commands. */
@Command(
        name = "completion",
        description =
                "Prints a script that completes commands and options:"
                        + " source <(weserv-status completion bash)")
final class CompletionCommand implements Callable<Integer> {
    /** Shells that can be served. */
    enum Shell {
        BASH,
        ZSH
    }

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    private Shell shell = Shell.BASH;

    private final Surroundings surroundings;

    CompletionCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String script = AutoComplete.bash("weserv-status", spec.root().commandLine());
        if (shell == Shell.ZSH) {
            surroundings.out().println("autoload -U +X bashcompinit && bashcompinit");
        }
        surroundings.out().print(script);
        surroundings.out().flush();
        return ExitCode.GOOD;
    }
}
