/** Instants, slots and intervals, all in UTC. */
@NullMarked
package weservstatus.time;

import org.jspecify.annotations.NullMarked;
