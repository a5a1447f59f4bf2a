package weservstatus.cli;

import java.nio.file.Path;
import java.time.InstantSource;

/** Where the process starts. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Path home = Path.of(System.getProperty("weservstatus.home", "."));
        var surroundings =
                new Surroundings(
                        home, System.out, System.err, InstantSource.system(), System.getenv());
        System.exit(new Cli(surroundings).execute(arguments));
    }
}
