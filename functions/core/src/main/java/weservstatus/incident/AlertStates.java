package weservstatus.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import weservstatus.check.ComponentId;
import weservstatus.incident.AlertDoor.Meaning;
import weservstatus.text.ShortId;
import weservstatus.verdict.ComponentOverride;
import weservstatus.verdict.ComponentOverride.Speaker;
import weservstatus.verdict.ComponentStatus;

/**
 * Turns what an Alertmanager tells into states of components: from the first alert of a group that
 * means one to the end of the last, or until it has not called for too long. Pure; a call that is
 * repeated only lets the state last longer.
 */
public final class AlertStates {
    private final AlertDoor door;

    public AlertStates(AlertDoor door) {
        this.door = door;
    }

    /**
     * What should be said of a component by one group.
     *
     * @param after absent when nothing is to be said any more
     */
    public record Wish(String id, Optional<ComponentOverride> after) {}

    /**
     * What should be said now, component by component, of those that the group speaks for or spoke
     * for.
     *
     * @param before what is said of components, by whomever
     */
    public List<Wish> decide(List<ComponentOverride> before, Alert.Group group, Instant now) {
        List<Alert> firing = group.alerts().stream().filter(Alert::fires).toList();
        SortedMap<ComponentId, ComponentStatus> meant = door.meant(firing, Meaning.STATE);
        List<Wish> wishes = new ArrayList<>();
        for (ComponentId component : components()) {
            String id = id(group, component);
            Optional<ComponentOverride> said =
                    before.stream().filter(one -> one.id().equals(id)).findFirst();
            Optional<ComponentOverride> wanted =
                    Optional.ofNullable(meant.get(component))
                            .map(status ->
                                    new ComponentOverride(
                                            id,
                                            component,
                                            status,
                                            said.map(ComponentOverride::begun)
                                                    .orElseGet(() -> started(firing, now)),
                                            now.plus(door.lasts()),
                                            group.title(),
                                            Speaker.ALERT,
                                            "Alertmanager " + door.id()));
            if (said.isPresent() || wanted.isPresent()) {
                wishes.add(new Wish(id, wanted));
            }
        }
        return wishes;
    }

    private SortedSet<ComponentId> components() {
        SortedSet<ComponentId> components = new TreeSet<>();
        door.rules().stream()
                .filter(rule -> rule.means() == Meaning.STATE)
                .forEach(rule -> components.add(rule.component()));
        return components;
    }

    /** A dot keeps it apart from every component's id, under which a person speaks. */
    private String id(Alert.Group group, ComponentId component) {
        return "alerts."
                + ShortId.of(
                        "override", String.join("/", door.id(), group.key(), component.value()));
    }

    private Instant started(List<Alert> firing, Instant now) {
        return firing.stream()
                .filter(alert -> door.rule(alert.labels(), Meaning.STATE).isPresent())
                .map(Alert::started)
                .filter(now::isAfter)
                .min(Comparator.naturalOrder())
                .orElse(now);
    }
}
