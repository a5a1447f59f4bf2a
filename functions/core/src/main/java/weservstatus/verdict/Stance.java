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
    /** Bad once, or silent when it was asked again, and nothing fresh vouches for the service. */
    UNPROVEN,
    /** Bad once, in a confirm round that another place asked for. */
    AGREEING,
    /** Bad, and confirmed by itself. */
    BAD,
    /** Bad, confirmed, and in two slots. */
    REPEATED,
    /** Bad, confirmed, and in three slots or more. */
    LASTING;

    boolean isBad() {
        return this == AGREEING || isFirm();
    }

    /** Bad by more than one look of its own. */
    boolean isFirm() {
        return this == BAD || isRepeated();
    }

    /** Bad in more than one slot. */
    boolean isRepeated() {
        return this == REPEATED || this == LASTING;
    }

    boolean vouches() {
        return this == GOOD || this == SLOW || this == DOUBTED;
    }
}
