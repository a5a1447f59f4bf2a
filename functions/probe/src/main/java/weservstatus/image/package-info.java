/** Looking: decoding pictures and proving them against the test card. */
@NullMarked
package weservstatus.image;

import org.jspecify.annotations.NullMarked;
