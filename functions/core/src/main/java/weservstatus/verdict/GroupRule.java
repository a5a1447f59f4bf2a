package weservstatus.verdict;

import java.util.Collections;
import java.util.List;

/** From the members' statuses to the status of a group: the table in docs/verdict.md. */
final class GroupRule {

    private GroupRule() {}

    /** The worst one, but a major outage only if it is one of all members that are known. */
    static ComponentStatus decide(List<ComponentStatus> members) {
        ComponentStatus worst = Collections.max(members);
        boolean spared =
                members.stream()
                        .anyMatch(status ->
                                status != ComponentStatus.MAJOR_OUTAGE
                                        && status != ComponentStatus.UNKNOWN);
        return worst == ComponentStatus.MAJOR_OUTAGE && spared
                ? ComponentStatus.PARTIAL_OUTAGE
                : worst;
    }
}
