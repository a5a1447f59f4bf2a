package weservstatus.check;

/** A heading of the page with the components below it. */
public record Group(GroupId id, String name) {}
