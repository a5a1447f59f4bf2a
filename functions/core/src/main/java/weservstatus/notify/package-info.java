/** What is told to whom, and when it is better not to: rules only, nothing is sent from here. */
@NullMarked
package weservstatus.notify;

import org.jspecify.annotations.NullMarked;
