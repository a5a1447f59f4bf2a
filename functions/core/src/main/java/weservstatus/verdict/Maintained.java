package weservstatus.verdict;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import weservstatus.check.Catalogue;
import weservstatus.check.Component;
import weservstatus.check.ComponentId;

/**
 * What is said while announced work goes on: the table in docs/verdict.md. A component under work
 * reads so, however it fares; only what nobody can see stays unknown. Outages are found all the
 * same, and told when the work ends.
 */
public final class Maintained {

    private Maintained() {}

    /**
     * The verdict as visitors read it.
     *
     * @param maintained components under announced work now
     */
    public static Verdict of(Catalogue catalogue, Verdict seen, Set<ComponentId> maintained) {
        if (seen.components().stream().noneMatch(one -> maintained.contains(one.component()))) {
            return seen;
        }
        List<ComponentVerdict> components =
                seen.components().stream()
                        .map(one -> maintained.contains(one.component()) ? one.maintained() : one)
                        .toList();
        PageRule.Outcome outcome =
                whole(
                        new PageRule.Outcome(seen.status(), seen.headline()),
                        components.stream().map(ComponentVerdict::status).toList());
        return new Verdict(
                outcome.status(),
                outcome.headline(),
                seen.dataThrough(),
                components,
                groups(catalogue, seen, components),
                seen.locations());
    }

    /** The page reads as worked on when nothing else is wrong with it. */
    static PageRule.Outcome whole(PageRule.Outcome seen, List<ComponentStatus> components) {
        boolean other =
                components.stream()
                        .anyMatch(status ->
                                status.compareTo(ComponentStatus.UNDER_MAINTENANCE) > 0
                                        && status != ComponentStatus.UNKNOWN);
        return other || seen.status() == ComponentStatus.UNKNOWN
                ? seen
                : new PageRule.Outcome(ComponentStatus.UNDER_MAINTENANCE, Headline.MAINTENANCE);
    }

    private static List<GroupVerdict> groups(
            Catalogue catalogue, Verdict seen, List<ComponentVerdict> components) {
        return seen.groups().stream()
                .map(group ->
                        new GroupVerdict(
                                group.group(),
                                GroupRule.decide(members(catalogue, group, components).toList())))
                .toList();
    }

    private static Stream<ComponentStatus> members(
            Catalogue catalogue, GroupVerdict group, List<ComponentVerdict> components) {
        List<ComponentId> members =
                catalogue.components().stream()
                        .filter(component -> component.group().equals(group.group()))
                        .map(Component::id)
                        .toList();
        return components.stream()
                .filter(component -> members.contains(component.component()))
                .map(ComponentVerdict::status);
    }
}
