/** Simulations on a virtual clock: the product's own rules against invented histories. */
@NullMarked
package weservstatus.bench.simulate;

import org.jspecify.annotations.NullMarked;
