/** What a month on AWS costs: usage as counted, prices as published. */
@NullMarked
package weservstatus.cost;

import org.jspecify.annotations.NullMarked;
