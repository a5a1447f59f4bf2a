/** Benchmarks. */
@NullMarked
package weservstatus.bench;

import org.jspecify.annotations.NullMarked;
