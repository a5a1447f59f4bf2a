/** How long the functions of the AWS edition take to start. */
@NullMarked
package weservstatus.bench.coldstart;

import org.jspecify.annotations.NullMarked;
