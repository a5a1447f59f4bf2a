package weservstatus.check;

/** What a target lacks that a check cannot do without: the check is off there, never failed. */
public enum Lack {
    /** No public folder that holds the test card. */
    ORIGIN,
    /** The target is plain http, so there is no certificate to look at. */
    TLS,
    /** The target is given as an address of the other family, or by a name that is only local. */
    FAMILY,
    /** The target is given as an address or by a local name, so DNS need not know it. */
    NAME
}
