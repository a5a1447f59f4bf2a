/** The immutable picture that every document is written from. */
@NullMarked
package weservstatus.status;

import org.jspecify.annotations.NullMarked;
