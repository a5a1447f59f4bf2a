package weservstatus.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * What a command takes from the world around it.
 *
 * @param home folder of the installation, where the default status.yaml lies
 * @param out for results only
 * @param err for notes, progress and faults
 */
record Surroundings(Path home, PrintStream out, PrintStream err, InstantSource clock) {}
