/** Load, decide, store, tell. */
@NullMarked
package weservstatus.usecase;

import org.jspecify.annotations.NullMarked;
