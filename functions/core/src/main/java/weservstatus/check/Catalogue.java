package weservstatus.check;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Everything that status.yaml says, checked: the page, the places, the targets, what visitors see
 * and what is asked. All references between the parts resolve.
 *
 * @param control an object on another provider that tells a blind monitor from a dead service
 */
public record Catalogue(
        Page page,
        Pace pace,
        List<Location> locations,
        List<Target> targets,
        Optional<URI> control,
        List<Group> groups,
        List<Component> components,
        List<Check> checks) {
    public Catalogue {
        locations = List.copyOf(locations);
        targets = List.copyOf(targets);
        groups = List.copyOf(groups);
        components = List.copyOf(components);
        checks = List.copyOf(checks);
    }

    /**
     * Checks that can run: all, but those that need a test card where no origin is given, and those
     * that stand in for them where one is.
     */
    public List<Check> active() {
        return checks.stream().filter(this::canRun).toList();
    }

    /** Checks that are off because their target has no origin for the test card. */
    public List<Check> off() {
        return checks.stream().filter(check -> check.needsOrigin() && !hasOrigin(check)).toList();
    }

    private boolean canRun(Check check) {
        return hasOrigin(check) ? !check.onlyWithoutOrigin() : !check.needsOrigin();
    }

    private boolean hasOrigin(Check check) {
        return target(check.target()).origin().isPresent();
    }

    public Target target(TargetId id) {
        return targets.stream().filter(target -> target.id().equals(id)).findFirst().orElseThrow();
    }

    public Optional<Check> find(CheckId id) {
        return checks.stream().filter(check -> check.id().equals(id)).findFirst();
    }

    /** The active checks of one component. */
    public List<Check> checksOf(ComponentId component) {
        return active().stream().filter(check -> check.component().equals(component)).toList();
    }

    public Catalogue withTargets(List<Target> changed) {
        return new Catalogue(page, pace, locations, changed, control, groups, components, checks);
    }

    public Catalogue withControl(Optional<URI> changed) {
        return new Catalogue(page, pace, locations, targets, changed, groups, components, checks);
    }
}
