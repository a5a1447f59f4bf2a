/** What to ask, how often, from where, and what counts as good. */
@NullMarked
package weservstatus.check;

import org.jspecify.annotations.NullMarked;
