package weservstatus.check;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Everything that status.yaml says, checked: the page, the places, the targets, what visitors see
 * and what is asked. All references between the parts resolve.
 *
 * @param control an object on another provider that tells a blind monitor from a dead service
 * @param objectives at most one for each component
 */
public record Catalogue(
        Page page,
        Pace pace,
        List<Location> locations,
        List<Target> targets,
        Optional<URI> control,
        List<Group> groups,
        List<Component> components,
        List<Check> checks,
        List<Objective> objectives) {
    public Catalogue {
        locations = List.copyOf(locations);
        targets = List.copyOf(targets);
        groups = List.copyOf(groups);
        components = List.copyOf(components);
        checks = List.copyOf(checks);
        objectives = List.copyOf(objectives);
    }

    /** One that promises nothing. */
    public Catalogue(
            Page page,
            Pace pace,
            List<Location> locations,
            List<Target> targets,
            Optional<URI> control,
            List<Group> groups,
            List<Component> components,
            List<Check> checks) {
        this(page, pace, locations, targets, control, groups, components, checks, List.of());
    }

    /**
     * Checks that can run: all, but those whose target lacks what they need, and those that stand
     * in for the test card where there is one.
     */
    public List<Check> active() {
        return checks.stream().filter(this::canRun).toList();
    }

    /** Checks that are off because their target lacks something. */
    public List<Check> off() {
        return checks.stream().filter(check -> lack(check).isPresent()).toList();
    }

    /** Checks that are off because their target lacks just this. */
    public List<Check> off(Lack lack) {
        return checks.stream().filter(check -> lack(check).equals(Optional.of(lack))).toList();
    }

    /**
     * What keeps the check off, nothing where it can run. One that stands in for others, which run,
     * is not kept off: it is not wanted.
     */
    public Optional<Lack> lack(Check check) {
        return isReplaced(check) ? Optional.empty() : check.lack(target(check.target()));
    }

    private boolean canRun(Check check) {
        return !isReplaced(check) && lack(check).isEmpty();
    }

    private boolean isReplaced(Check check) {
        return check.onlyWithoutOrigin() && hasOrigin(check);
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

    /** What the component promises, if anything. */
    public Optional<Objective> objective(ComponentId component) {
        return objectives.stream().filter(each -> each.component().equals(component)).findFirst();
    }

    public Catalogue withPage(Page changed) {
        return new Catalogue(
                changed, pace, locations, targets, control, groups, components, checks, objectives);
    }

    public Catalogue withTargets(List<Target> changed) {
        return new Catalogue(
                page, pace, locations, changed, control, groups, components, checks, objectives);
    }

    public Catalogue withLocations(List<Location> changed) {
        return new Catalogue(
                page, pace, changed, targets, control, groups, components, checks, objectives);
    }

    public Catalogue withControl(Optional<URI> changed) {
        return new Catalogue(
                page, pace, locations, targets, changed, groups, components, checks, objectives);
    }

    public Catalogue withObjectives(List<Objective> changed) {
        return new Catalogue(
                page, pace, locations, targets, control, groups, components, checks, changed);
    }
}
