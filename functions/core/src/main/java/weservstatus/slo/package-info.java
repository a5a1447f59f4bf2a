/** Objectives, error budgets and how fast they are spent. */
@NullMarked
package weservstatus.slo;

import org.jspecify.annotations.NullMarked;
