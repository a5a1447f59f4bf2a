/** What the observations mean: sides, check states, component and page status. */
@NullMarked
package weservstatus.verdict;

import org.jspecify.annotations.NullMarked;
