@NullMarked
package weservstatus.incident;

import org.jspecify.annotations.NullMarked;
