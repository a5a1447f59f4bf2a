package weservstatus.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import weservstatus.check.ComponentId;

/**
 * Everything that is decided from the observations at one moment.
 *
 * @param dataThrough end of the newest slot, as far as it is over, of which enough locations
 *     reported something that says anything; absent before the first
 * @param components in the order of the catalogue; only those with an active check
 * @param groups in the order of the catalogue; only those with such a component
 * @param locations in the order of the catalogue
 */
public record Verdict(
        ComponentStatus status,
        Headline headline,
        Optional<Instant> dataThrough,
        List<ComponentVerdict> components,
        List<GroupVerdict> groups,
        List<LocationVerdict> locations) {

    public Verdict {
        components = List.copyOf(components);
        groups = List.copyOf(groups);
        locations = List.copyOf(locations);
    }

    /** All active checks, component by component. */
    public List<CheckVerdict> checks() {
        return components.stream().flatMap(component -> component.checks().stream()).toList();
    }

    public Optional<ComponentVerdict> find(ComponentId component) {
        return components.stream().filter(c -> c.component().equals(component)).findFirst();
    }

    /** The same, with data that reach up to there. */
    public Verdict through(Optional<Instant> reached) {
        return new Verdict(status, headline, reached, components, groups, locations);
    }
}
