package weservstatus.observe;

/** What a control probe says. */
public enum ControlState {
    PASSED,
    FAILED,
    /** There is none to ask. */
    NONE
}
