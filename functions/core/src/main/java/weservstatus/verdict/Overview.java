package weservstatus.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.Component;
import weservstatus.check.Group;

/** From the components to groups and page. */
final class Overview {

    private final Catalogue catalogue;
    private final List<LocationVerdict> locations;

    Overview(Catalogue catalogue, List<LocationVerdict> locations) {
        this.catalogue = catalogue;
        this.locations = locations;
    }

    /** The verdict of what is seen now, whatever was before. */
    Verdict of(List<ComponentVerdict> components, Optional<Instant> dataThrough) {
        return verdict(decide(components), components, dataThrough);
    }

    /**
     * The same with each component as bad as its open outage, as long as that is not called over.
     *
     * @param before what the page said the last time
     */
    Verdict holding(Verdict seen, List<OutageRecord> outages, Optional<ComponentStatus> before) {
        List<ComponentVerdict> components =
                seen.components().stream().map(component -> component.holding(outages)).toList();
        PageRule.Outcome outcome =
                PageRule.hold(
                        new PageRule.Outcome(seen.status(), seen.headline()),
                        decide(components),
                        before);
        return verdict(outcome, components, seen.dataThrough());
    }

    /**
     * The same with components that are what somebody says: the checks of these say nothing.
     *
     * @param judged without what is said
     */
    Verdict overruled(Verdict judged, List<ComponentVerdict> components) {
        PageRule.Outcome outcome =
                PageRule.overrule(
                        new PageRule.Outcome(judged.status(), judged.headline()),
                        decide(components),
                        components);
        return verdict(outcome, components, judged.dataThrough());
    }

    private PageRule.Outcome decide(List<ComponentVerdict> components) {
        return PageRule.decide(facts(components))
                .when(components.stream().anyMatch(ComponentVerdict::isFailingForSome))
                .inTime(
                        components.stream()
                                .filter(each ->
                                        each.status() == ComponentStatus.DEGRADED_PERFORMANCE)
                                .allMatch(ComponentVerdict::isOnlyExpiring));
    }

    private Verdict verdict(
            PageRule.Outcome outcome,
            List<ComponentVerdict> components,
            Optional<Instant> dataThrough) {
        return new Verdict(
                outcome.status(),
                outcome.headline(),
                dataThrough,
                components,
                groups(components),
                locations);
    }

    private List<GroupVerdict> groups(List<ComponentVerdict> components) {
        List<GroupVerdict> groups = new ArrayList<>();
        for (Group group : catalogue.groups()) {
            List<ComponentStatus> members =
                    catalogue.components().stream()
                            .filter(component -> component.group().equals(group.id()))
                            .flatMap(component -> statusOf(component, components).stream())
                            .toList();
            if (!members.isEmpty()) {
                groups.add(new GroupVerdict(group.id(), GroupRule.decide(members)));
            }
        }
        return groups;
    }

    private static Optional<ComponentStatus> statusOf(
            Component component, List<ComponentVerdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict.component().equals(component.id()))
                .map(ComponentVerdict::status)
                .findFirst();
    }

    private PageFacts facts(List<ComponentVerdict> components) {
        List<ComponentStatus> vital = new ArrayList<>();
        List<ComponentStatus> others = new ArrayList<>();
        for (ComponentVerdict component : components) {
            boolean pillar =
                    catalogue.checksOf(component.component()).stream().anyMatch(Check::vital);
            (pillar ? vital : others).add(component.status());
        }
        long seeing = locations.stream().filter(LocationVerdict::seesNow).count();
        return new PageFacts(
                vital,
                others,
                pictures(components, CachePath.MISS),
                pictures(components, CachePath.HIT),
                seeing >= Terms.quorum(catalogue.locations().size()));
    }

    private List<CheckFact> pictures(List<ComponentVerdict> components, CachePath path) {
        List<CheckFact> facts = new ArrayList<>();
        for (ComponentVerdict component :
                components.stream().filter(ComponentVerdict::isSeen).toList()) {
            boolean answered = isAnswered(component);
            component.checks().stream()
                    .filter(verdict -> isVitalOn(path, verdict))
                    .map(verdict -> new CheckFact(true, verdict.state(), answered))
                    .forEach(facts::add);
        }
        return facts;
    }

    /** All its vital checks fail, and yet it is no major outage: another one answered since. */
    private boolean isAnswered(ComponentVerdict component) {
        return component.status() != ComponentStatus.MAJOR_OUTAGE
                && component.checks().stream()
                        .filter(this::isVital)
                        .allMatch(verdict -> verdict.state() == CheckState.FAILING);
    }

    private boolean isVital(CheckVerdict verdict) {
        return catalogue.find(verdict.check()).stream().anyMatch(Check::vital);
    }

    private boolean isVitalOn(CachePath path, CheckVerdict verdict) {
        return catalogue.find(verdict.check()).stream()
                .anyMatch(check -> check.vital() && check.cachePath() == path);
    }
}
