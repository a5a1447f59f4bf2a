package weservstatus.verdict;

import java.util.Collections;
import java.util.List;

/** From what the locations say at one moment to the state of a check. */
final class CheckRule {

    private CheckRule() {}

    /**
     * Decides from one stance per location that ever said anything. Good needs a quorum that
     * vouches, so that one more failure never makes a check look better.
     *
     * @param locations how many are configured
     */
    static CheckState decide(List<Stance> stances, int locations) {
        int quorum = Terms.quorum(locations);
        long saying = stances.stream().filter(stance -> stance != Stance.SILENT).count();
        long vouching = stances.stream().filter(Stance::vouches).count();
        long bad = stances.stream().filter(Stance::isBad).count();
        // Of many places three lose one round by chance more often than anybody wants to be woken.
        long firm = vouching == 0 ? bad : stances.stream().filter(Stance::isFirm).count();
        if (saying >= quorum && firm > vouching) {
            return CheckState.FAILING;
        }
        boolean repeated = bad > 1 && stances.stream().anyMatch(Stance::isRepeated);
        if (saying >= quorum && (repeated || stances.contains(Stance.LASTING))) {
            return CheckState.PARTIAL;
        }
        if (vouching < quorum) {
            return CheckState.UNKNOWN;
        }
        if (bad > 0 || stances.contains(Stance.DOUBTED) || stances.contains(Stance.UNPROVEN)) {
            return CheckState.SUSPECT;
        }
        boolean slow = Collections.frequency(stances, Stance.SLOW) * 2L > vouching;
        return slow ? CheckState.SLOW : CheckState.GOOD;
    }
}
