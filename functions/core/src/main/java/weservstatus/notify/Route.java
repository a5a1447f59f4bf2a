package weservstatus.notify;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import weservstatus.check.ComponentId;
import weservstatus.check.GroupId;
import weservstatus.incident.Impact;

/**
 * Which messages a channel gets. Whoever heard of a beginning hears of the end, whatever the events
 * say.
 *
 * @param components of these, and
 * @param groups of components of these; both empty for all, also for what concerns no component
 * @param least incidents of this impact or a worse one; planned work has none and always passes
 * @param events these only; empty for all
 */
public record Route(
        Set<ComponentId> components, Set<GroupId> groups, Impact least, Set<Event> events) {
    public static final Route ALL = new Route(Set.of(), Set.of(), Impact.NONE, Set.of());

    public Route {
        components = Set.copyOf(components);
        groups = Set.copyOf(groups);
        events = Set.copyOf(events);
    }

    /**
     * Whether the channel gets the notice.
     *
     * @param groupOf the group of each component of the page
     */
    public boolean takes(Notice notice, Map<ComponentId, GroupId> groupOf) {
        return notice.event() == Event.TEST
                || (takesEvent(notice.event())
                        && takesImpact(notice)
                        && (takesAllParts()
                                || notice.components().stream()
                                        .anyMatch(part -> takes(part, groupOf))));
    }

    private boolean takesAllParts() {
        return components.isEmpty() && groups.isEmpty();
    }

    private boolean takes(ComponentId part, Map<ComponentId, GroupId> groupOf) {
        return components.contains(part)
                || Optional.ofNullable(groupOf.get(part)).filter(groups::contains).isPresent();
    }

    private boolean takesImpact(Notice notice) {
        return switch (notice.about()) {
            case About.OfIncident ignored -> notice.heading().impact().compareTo(least) >= 0;
            case About.OfWork ignored -> true;
            case About.OfMessages ignored -> true;
        };
    }

    private boolean takesEvent(Event event) {
        return events.isEmpty() || events.contains(event) || events.contains(beginning(event));
    }

    /** What must have been told before this is worth telling; itself where nothing must. */
    private static Event beginning(Event event) {
        return switch (event) {
            case RESOLVED -> Event.OPENED;
            case ENDED, CANCELLED, OVERRUN -> Event.STARTED;
            case OPENED, UPDATE, PLANNED, REMINDER, STARTED, UNSTABLE, GROUPED, TEST -> event;
        };
    }
}
