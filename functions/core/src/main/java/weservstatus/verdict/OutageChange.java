package weservstatus.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something about an outage that people want to know. While an outage is unstable nothing is told
 * of it but its beginning to be so, and its end.
 *
 * @param outage as it is after the change
 * @param at when the change was noticed
 */
public record OutageChange(Kind kind, OutageRecord outage, Instant at) {

    /** What changed. */
    public enum Kind {
        OPENED,
        /** It had ended a short time ago. */
        REOPENED,
        /** From partial to major or back. */
        CHANGED,
        /** It goes up and down; no more of that is told. */
        UNSTABLE,
        ENDED
    }

    /** One of a kind, since no two decisions are made at the same moment. */
    public String id() {
        return outage.id() + "/" + at + "/" + kind;
    }

    /** What changed from one decision to the next. */
    static List<OutageChange> between(
            List<OutageRecord> before, List<OutageRecord> after, Instant at) {
        List<OutageChange> changes = new ArrayList<>();
        for (OutageRecord outage : after) {
            Optional<OutageRecord> was =
                    before.stream().filter(old -> old.id().equals(outage.id())).findFirst();
            kinds(was, outage).forEach(kind -> changes.add(new OutageChange(kind, outage, at)));
        }
        return changes;
    }

    private static List<Kind> kinds(Optional<OutageRecord> before, OutageRecord after) {
        List<Kind> kinds = new ArrayList<>();
        if (before.isEmpty()) {
            kinds.add(Kind.OPENED);
        }
        before.ifPresent(was -> {
            if (!was.lasts() && after.lasts()) {
                kinds.add(Kind.REOPENED);
            } else if (was.status() != after.status() && was.unstable().isEmpty()) {
                kinds.add(Kind.CHANGED);
            }
        });
        boolean wasUnstable = before.flatMap(OutageRecord::unstable).isPresent();
        if (!wasUnstable && after.unstable().isPresent()) {
            kinds.add(Kind.UNSTABLE);
        }
        if (before.map(OutageRecord::lasts).orElse(true) && !after.lasts()) {
            kinds.add(Kind.ENDED);
        }
        return kinds;
    }
}
