/** The page in a real browser: page object, scripted server, scenes, and the tests on them. */
@NullMarked
package weservstatus.local.page;

import org.jspecify.annotations.NullMarked;
