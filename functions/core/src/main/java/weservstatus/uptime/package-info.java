/** Counting: hour and day items as pure functions of rounds. */
@NullMarked
package weservstatus.uptime;

import org.jspecify.annotations.NullMarked;
