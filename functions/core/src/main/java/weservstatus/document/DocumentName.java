package weservstatus.document;

/** The documents that take no parameter. */
public enum DocumentName {
    STATUS,
    STATUSPAGE_SUMMARY,
    STATUSPAGE_STATUS,
    STATUSPAGE_COMPONENTS,
    STATUSPAGE_INCIDENTS,
    STATUSPAGE_UNRESOLVED,
    STATUSPAGE_MAINTENANCES,
    STATUSPAGE_UPCOMING,
    STATUSPAGE_ACTIVE
}
