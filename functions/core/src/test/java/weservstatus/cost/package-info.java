@NullMarked
package weservstatus.cost;

import org.jspecify.annotations.NullMarked;
