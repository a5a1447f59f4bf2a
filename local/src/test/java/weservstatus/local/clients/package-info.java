/** Readers that others wrote, on the server that ships. */
@NullMarked
package weservstatus.local.clients;

import org.jspecify.annotations.NullMarked;
