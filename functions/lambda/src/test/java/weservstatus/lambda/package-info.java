@NullMarked
package weservstatus.lambda;

import org.jspecify.annotations.NullMarked;
