/** The ports Table and Blobs, and the stores written once on top of them. */
@NullMarked
package weservstatus.store;

import org.jspecify.annotations.NullMarked;
