package weservstatus.verdict;

/** What one location says about one check at one moment. */
enum Stance {
    /** No fresh answer that says anything. */
    SILENT,
    GOOD,
    /** Late twice in a row. */
    SLOW,
    /** Bad once, and the good answer before it is still fresh. */
    DOUBTED,
    /** Bad once, and nothing fresh vouches for the service. */
    UNPROVEN,
    /** Bad, and confirmed. */
    BAD,
    /** Bad, confirmed, and for three rounds or more. */
    LASTING;

    boolean isBad() {
        return this == BAD || this == LASTING;
    }

    boolean vouches() {
        return this == GOOD || this == SLOW || this == DOUBTED;
    }
}
