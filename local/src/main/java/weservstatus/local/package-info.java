/** The one-machine edition. */
@NullMarked
package weservstatus.local;

import org.jspecify.annotations.NullMarked;
