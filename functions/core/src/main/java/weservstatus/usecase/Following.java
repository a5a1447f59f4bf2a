package weservstatus.usecase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weservstatus.check.Catalogue;
import weservstatus.check.ComponentId;
import weservstatus.check.Location;
import weservstatus.check.LocationId;
import weservstatus.incident.Calendar;
import weservstatus.incident.Incident;
import weservstatus.incident.IncidentPolicy;
import weservstatus.incident.Trouble;
import weservstatus.incident.VerdictChange;
import weservstatus.observe.Side;
import weservstatus.status.Announcements;
import weservstatus.status.Announcing;
import weservstatus.status.StatusSnapshot;
import weservstatus.status.StatusSnapshot.ComponentState;
import weservstatus.status.StatusSnapshot.Problem;
import weservstatus.store.MaintenanceStore;
import weservstatus.store.Stored;
import weservstatus.verdict.Assessment;
import weservstatus.verdict.CheckVerdict;
import weservstatus.verdict.ComponentVerdict;
import weservstatus.verdict.OutageRecord;

/**
 * Turns the outages of a verdict into incidents: opens, follows and ends them. What it did once it
 * does not do again, so a review that is repeated or was cut off leaves the same incidents.
 */
final class Following {
    private final Catalogue catalogue;
    private final IncidentChanges changes;
    private final MaintenanceStore maintenances;
    private final IncidentPolicy policy;
    private final UnstableNotices unstable;

    Following(Catalogue catalogue, ReviewStores stores) {
        this.catalogue = catalogue;
        this.changes = new IncidentChanges(stores.table());
        this.maintenances = stores.maintenances();
        this.policy = new IncidentPolicy(catalogue.pace().rejoinWithin());
        this.unstable = new UnstableNotices(stores.table());
    }

    /** All planned work. */
    Calendar calendar() {
        return new Calendar(maintenances.all().stream().map(Stored::value).toList());
    }

    /**
     * Brings the incidents in step with the outages and returns what visitors are told.
     *
     * @param snapshot names what fails
     * @param last when the review before this one was made
     */
    Announcements follow(
            Assessment found, StatusSnapshot snapshot, Calendar calendar, Optional<Instant> last) {
        Instant now = snapshot.generatedAt();
        VerdictChange change =
                new VerdictChange(
                        now,
                        troubles(found, snapshot),
                        calendar.maintained(now),
                        calendar.justMaintained(last.orElse(now), now));
        List<Incident> after =
                changes.apply(
                                before -> policy.decide(before, change),
                                incident -> facts(incident, change))
                        .incidents();
        unstable.put(found.outages(), after, now);
        return Announcing.of(after, calendar, now);
    }

    private static Trouble.Facts facts(Incident incident, VerdictChange change) {
        return Trouble.Facts.together(
                change.troubles().stream()
                        .filter(trouble -> trouble.ended().isEmpty())
                        .filter(trouble -> incident.affected().contains(trouble.component()))
                        .map(Trouble::facts)
                        .toList());
    }

    private List<Trouble> troubles(Assessment found, StatusSnapshot snapshot) {
        Map<ComponentId, ComponentState> states =
                snapshot.components().stream()
                        .collect(Collectors.toMap(state -> state.component().id(), state -> state));
        return found.outages().stream()
                .map(outage ->
                        trouble(outage, found, Optional.ofNullable(states.get(outage.component()))))
                .toList();
    }

    private Trouble trouble(OutageRecord outage, Assessment found, Optional<ComponentState> state) {
        return new Trouble(
                outage.component(),
                state.map(one -> one.component().name()).orElse(outage.component().value()),
                outage.lasts() ? outage.status() : outage.worst(),
                outage.start(),
                outage.end(),
                facts(
                        state.map(ComponentState::problems).orElse(List.of()),
                        found.verdict().find(outage.component())));
    }

    private Trouble.Facts facts(List<Problem> problems, Optional<ComponentVerdict> verdict) {
        return new Trouble.Facts(
                problems.stream().map(Problem::check).toList(),
                verdict.map(this::places).orElse(List.of()),
                problems.stream().flatMap(problem -> side(problem).stream()).findFirst(),
                problems.stream().map(Problem::message).findFirst().orElse(""),
                problems.stream().flatMap(problem -> problem.evidence().stream()).toList());
    }

    private static Optional<Side> side(Problem problem) {
        return Stream.of(Side.values())
                .filter(side -> side.label().equals(problem.side()))
                .findFirst();
    }

    private List<String> places(ComponentVerdict verdict) {
        Set<LocationId> bad =
                verdict.checks().stream()
                        .map(CheckVerdict::badAt)
                        .flatMap(List::stream)
                        .collect(Collectors.toSet());
        List<String> names = new ArrayList<>();
        catalogue.locations().stream()
                .filter(location -> bad.contains(location.id()))
                .sorted(Comparator.comparing(Location::id))
                .forEach(location -> names.add(location.name()));
        return names;
    }
}
