/** Incidents and planned work: what people are told beyond the verdict, and when it ends. */
@NullMarked
package weservstatus.incident;

import org.jspecify.annotations.NullMarked;
