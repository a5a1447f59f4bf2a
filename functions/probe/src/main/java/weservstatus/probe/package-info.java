/** Asking: requests on real sockets, phases, expectations. */
@NullMarked
package weservstatus.probe;

import org.jspecify.annotations.NullMarked;
