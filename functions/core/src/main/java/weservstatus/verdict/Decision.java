package weservstatus.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.Component;
import weservstatus.check.Group;
import weservstatus.observe.Observation;
import weservstatus.time.Interval;

/** One verdict in the making: from sightings to checks, components, groups and the page. */
final class Decision {

    private final Catalogue catalogue;
    private final Sightings sightings;
    private final Instant now;
    private final Interval window;

    /** Of what was seen until {@code now}. */
    Decision(Catalogue catalogue, Sightings sightings, Instant now) {
        this.catalogue = catalogue;
        this.sightings = sightings;
        this.now = now;
        this.window = Verdicts.windowUpTo(now, Verdicts.lookBack(catalogue));
    }

    Verdict verdict(LocationRule places) {
        List<LocationVerdict> locations = places.locations();
        List<ComponentVerdict> components = new ArrayList<>();
        for (Component component : catalogue.components()) {
            List<Check> checks = catalogue.checksOf(component.id());
            if (!checks.isEmpty()) {
                components.add(component(component, checks));
            }
        }
        PageRule.Outcome outcome = PageRule.decide(facts(components, locations));
        return new Verdict(
                outcome.status(),
                outcome.headline(),
                places.dataThrough(),
                components,
                groups(components),
                locations);
    }

    private ComponentVerdict component(Component component, List<Check> checks) {
        List<CheckHistory> histories =
                checks.stream()
                        .map(check -> CheckHistory.of(catalogue, check, sightings, window))
                        .toList();
        Piece<ComponentStatus> last = ComponentLine.of(histories, window).getLast();
        return new ComponentVerdict(
                component.id(),
                last.value(),
                since(last, last.value() == ComponentStatus.UNKNOWN),
                histories.stream().map(this::check).toList());
    }

    CheckVerdict check(CheckHistory history) {
        Piece<CheckState> last = history.states().getLast();
        return new CheckVerdict(
                history.check().id(),
                last.value(),
                since(last, last.value() == CheckState.UNKNOWN),
                trouble(last.value(), history));
    }

    private Optional<Instant> since(Piece<?> last, boolean unknown) {
        boolean never = unknown && last.from().equals(window.start());
        return never ? Optional.empty() : Optional.of(last.from());
    }

    private Optional<Observation> trouble(CheckState state, CheckHistory history) {
        Duration fresh = Terms.of(catalogue, history.check()).fresh();
        return history.sightings().reversed().stream()
                .filter(sighting -> now.isBefore(sighting.at().plus(fresh)))
                .filter(sighting -> explains(state, sighting))
                .findFirst()
                .map(Sighting::observation);
    }

    private static boolean explains(CheckState state, Sighting sighting) {
        return switch (state) {
            case GOOD -> false;
            case SLOW -> sighting.isSlow();
            case SUSPECT, FAILING -> sighting.isBad();
            case UNKNOWN -> sighting.observation().failure().isPresent();
        };
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

    private PageFacts facts(List<ComponentVerdict> components, List<LocationVerdict> locations) {
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
        for (ComponentVerdict component : components) {
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
