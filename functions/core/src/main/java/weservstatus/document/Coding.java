package weservstatus.document;

/** How a body travels. */
public enum Coding {
    IDENTITY,
    GZIP
}
