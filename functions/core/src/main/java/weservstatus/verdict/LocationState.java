package weservstatus.verdict;

/** What a location did lately. */
public enum LocationState {
    /** Fresh rounds that can see. */
    REPORTING,
    /** Fresh rounds, but its control probe fails and nothing answers: it cannot see. */
    BLIND,
    /** No fresh round in which anything was tried. */
    SILENT
}
