/** What was seen: attempts, observations, rounds. */
@NullMarked
package weservstatus.observe;

import org.jspecify.annotations.NullMarked;
