package weservstatus.store;

/**
 * A value as it was read.
 *
 * @param version hand it back when writing what was made from it
 */
public record Stored<T>(T value, long version) {}
