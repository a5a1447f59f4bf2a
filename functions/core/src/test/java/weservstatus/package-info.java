/** Rules about the code itself. */
@NullMarked
package weservstatus;

import org.jspecify.annotations.NullMarked;
