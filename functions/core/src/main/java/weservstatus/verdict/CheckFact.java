package weservstatus.verdict;

/**
 * One check as its component's rule sees it.
 *
 * @param answeredSince whether a good answer came after the last of the component's vital checks
 *     began to fail; older ones say nothing about an outage
 */
record CheckFact(boolean vital, CheckState state, boolean answeredSince) {

    boolean isKnown() {
        return state != CheckState.UNKNOWN;
    }

    /** Failing, if only for some. */
    boolean isBad() {
        return isFailing() || state == CheckState.PARTIAL;
    }

    boolean isFailing() {
        return state == CheckState.FAILING;
    }
}
