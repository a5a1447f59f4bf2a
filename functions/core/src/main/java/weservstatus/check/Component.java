package weservstatus.check;

/**
 * Something that users know, shown on the page and backed by one or more checks.
 *
 * @param description a few words beside the name, may be empty
 */
public record Component(ComponentId id, String name, String description, GroupId group) {}
