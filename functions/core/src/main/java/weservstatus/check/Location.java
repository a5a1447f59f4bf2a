package weservstatus.check;

/**
 * A place that probes run from.
 *
 * @param id identity, on AWS often the region's code
 * @param name what visitors read, such as "Frankfurt"
 */
public record Location(LocationId id, String name) {}
