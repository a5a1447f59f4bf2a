/** The command line in this process, with its streams captured. */
@NullMarked
package weservstatus.cli;

import org.jspecify.annotations.NullMarked;
