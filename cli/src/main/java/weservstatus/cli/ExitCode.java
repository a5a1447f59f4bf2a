package weservstatus.cli;

import java.util.List;
import weservstatus.local.OneLook.Seen;
import weservstatus.observe.Result;

/** What the process tells whoever called it. */
final class ExitCode {
    static final int GOOD = 0;
    static final int FAILED = 1;

    /** Bad options, a bad configuration, or a port or folder that cannot be had. */
    static final int REFUSED = 2;

    /** Nothing failed, but something, or everything, could not be judged. */
    static final int NOT_JUDGED = 3;

    /** What was named is not there. */
    static final int NOT_FOUND = 4;

    /** Somebody else changed it at the same moment. */
    static final int CHANGED = 5;

    /** The monitor does not answer, or has trouble. */
    static final int UNREACHABLE = 6;

    /** No token, or one that is not taken. */
    static final int NOT_LET_IN = 7;

    /** A defect of ours. */
    static final int BROKEN = 70;

    private ExitCode() {}

    /** One failure outweighs whatever could not be judged; without checks nothing was judged. */
    static int of(List<Seen> seen) {
        if (seen.stream().anyMatch(one -> one.observation().result() == Result.FAILED)) {
            return FAILED;
        }
        boolean allGood =
                !seen.isEmpty()
                        && seen.stream().allMatch(one -> one.observation().result().isGood());
        return allGood ? GOOD : NOT_JUDGED;
    }
}
