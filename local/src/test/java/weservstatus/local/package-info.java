/** Tests on real sockets, with time that stands still. */
@NullMarked
package weservstatus.local;

import org.jspecify.annotations.NullMarked;
