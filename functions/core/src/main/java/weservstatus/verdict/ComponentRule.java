package weservstatus.verdict;

import java.util.List;

/** From the states of its checks to the status of a component: the table in docs/verdict.md. */
final class ComponentRule {

    private ComponentRule() {}

    static ComponentStatus decide(List<CheckFact> checks) {
        List<CheckFact> vital = checks.stream().filter(CheckFact::vital).toList();
        if (isAllDown(vital, checks)) {
            return ComponentStatus.MAJOR_OUTAGE;
        }
        if (checks.stream().anyMatch(CheckFact::isBad)) {
            return ComponentStatus.PARTIAL_OUTAGE;
        }
        if (!isKnown(vital, checks)) {
            return ComponentStatus.UNKNOWN;
        }
        boolean slow = checks.stream().anyMatch(check -> check.state() == CheckState.SLOW);
        return slow ? ComponentStatus.DEGRADED_PERFORMANCE : ComponentStatus.OPERATIONAL;
    }

    /** Every vital check fails, and none of the others answered since. */
    private static boolean isAllDown(List<CheckFact> vital, List<CheckFact> checks) {
        return !vital.isEmpty()
                && vital.stream().allMatch(CheckFact::isFailing)
                && checks.stream().noneMatch(check -> !check.isFailing() && check.answeredSince());
    }

    /** The vital checks stand for the component; without any, at least half of all checks do. */
    private static boolean isKnown(List<CheckFact> vital, List<CheckFact> checks) {
        long known = checks.stream().filter(CheckFact::isKnown).count();
        return vital.isEmpty()
                ? known > 0 && known * 2 >= checks.size()
                : vital.stream().allMatch(CheckFact::isKnown);
    }
}
