/** Routes over plain request and response records. */
@NullMarked
package weservstatus.api;

import org.jspecify.annotations.NullMarked;
