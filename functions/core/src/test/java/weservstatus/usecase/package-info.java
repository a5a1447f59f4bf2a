@NullMarked
package weservstatus.usecase;

import org.jspecify.annotations.NullMarked;
