/** Telling: one guarded HTTP client and one SMTP client for all channels. */
@NullMarked
package weservstatus.send;

import org.jspecify.annotations.NullMarked;
