package weservstatus.observe;

/** One header line; names keep their spelling and compare without case. */
public record Header(String name, String value) {}
