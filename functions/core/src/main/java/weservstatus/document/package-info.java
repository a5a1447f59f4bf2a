/** Writers of public documents; each reads one snapshot. */
@NullMarked
package weservstatus.document;

import org.jspecify.annotations.NullMarked;
