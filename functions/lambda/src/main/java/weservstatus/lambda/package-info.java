/** Handlers and adapters of the AWS edition. */
@NullMarked
package weservstatus.lambda;

import org.jspecify.annotations.NullMarked;
