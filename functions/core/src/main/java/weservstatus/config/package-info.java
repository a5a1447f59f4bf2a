/** Strict loading of status.yaml: every fault at once. */
@NullMarked
package weservstatus.config;

import org.jspecify.annotations.NullMarked;
