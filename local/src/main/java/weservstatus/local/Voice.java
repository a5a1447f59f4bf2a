package weservstatus.local;

import java.util.function.Consumer;

/**
 * How the monitor speaks to whoever started it.
 *
 * @param notes one line each, for people
 * @param troubles what went wrong inside; the monitor goes on
 */
public record Voice(Consumer<String> notes, Consumer<Throwable> troubles) {}
