@NullMarked
package weservstatus.notify;

import org.jspecify.annotations.NullMarked;
