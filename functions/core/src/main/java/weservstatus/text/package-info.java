/** Small text value types. */
@NullMarked
package weservstatus.text;

import org.jspecify.annotations.NullMarked;
