/** What needs the command line and the AWS edition at once. */
@NullMarked
package weservstatus.lambda;

import org.jspecify.annotations.NullMarked;
