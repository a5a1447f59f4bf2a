package weservstatus.notify;

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

    public boolean takes(Message message) {
        return message.event() == Event.TEST
                || (takesEvent(message.event())
                        && takesImpact(message)
                        && (takesAllParts() || message.parts().stream().anyMatch(this::takes)));
    }

    private boolean takesAllParts() {
        return components.isEmpty() && groups.isEmpty();
    }

    private boolean takes(Message.Part part) {
        return components.contains(part.id()) || groups.contains(part.group());
    }

    private boolean takesImpact(Message message) {
        return switch (message.about()) {
            case About.OfIncident ignored -> message.heading().impact().compareTo(least) >= 0;
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
