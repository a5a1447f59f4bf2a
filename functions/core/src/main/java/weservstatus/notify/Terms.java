package weservstatus.notify;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import weservstatus.check.ComponentId;
import weservstatus.check.GroupId;

/**
 * All that decides, beside what was told before, whether a channel gets a notice now.
 *
 * @param groups of each component of the page
 * @param grouping whether several notices at once may become one; not for receivers that follow
 *     each incident by itself
 * @param maintained components under announced work now
 * @param visitors whether it is for people who can do nothing about it
 */
public record Terms(
        Instant now,
        ChannelHead head,
        Map<ComponentId, GroupId> groups,
        boolean grouping,
        List<Silence> silences,
        Set<ComponentId> maintained,
        boolean visitors) {
    public Terms {
        groups = Map.copyOf(groups);
        silences = List.copyOf(silences);
        maintained = Set.copyOf(maintained);
    }

    /** The same moment for a channel of the owner. */
    public Terms of(ChannelHead other, boolean mayGroup) {
        return new Terms(now, other, groups, mayGroup, silences, maintained, false);
    }

    boolean routed(Notice notice) {
        return (!visitors || notice.event().isForVisitors(notice.about()))
                && head.route().takes(notice, groups);
    }

    boolean silenced(Notice notice) {
        return Silence.cover(silences, notice, now);
    }

    boolean underWork(Notice notice) {
        return !notice.parts().isEmpty() && maintained.containsAll(notice.components());
    }
}
