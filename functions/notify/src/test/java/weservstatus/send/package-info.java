/** What the channels do with receivers of every kind, good and bad, on real sockets. */
@NullMarked
package weservstatus.send;

import org.jspecify.annotations.NullMarked;
