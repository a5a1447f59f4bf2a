package weservstatus.api;

/** Who may call: each kind is served by a function of its own with rights of its own. */
public enum Trust {
    /** Everybody; reads only. */
    PUBLIC,
    /** Visitors, who leave something behind: bounded in size and rate. */
    VISITOR,
    /** Whoever has proven to be an administrator, before the request comes here. */
    ADMIN
}
