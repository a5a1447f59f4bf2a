/** The commands. */
@NullMarked
package weservstatus.cli;

import org.jspecify.annotations.NullMarked;
