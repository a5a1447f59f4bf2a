package weservstatus.usecase;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weservstatus.check.Catalogue;
import weservstatus.check.Component;
import weservstatus.check.ComponentId;
import weservstatus.incident.Incident;

/** What cannot be true of an incident that somebody enters or changes. */
final class IncidentFaults {
    /** Clocks differ a little. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final Catalogue catalogue;
    private final Instant now;
    private final List<FieldFault> found = new ArrayList<>();

    IncidentFaults(Catalogue catalogue, Instant now) {
        this.catalogue = catalogue;
        this.now = now;
    }

    List<FieldFault> of(NewIncident wish) {
        Optional<Instant> start = wish.started();
        start.ifPresent(started -> past("started", started));
        for (int index = 0; index < wish.updates().size(); index++) {
            update("updates[" + index + "].", wish.updates().get(index), start);
        }
        NewUpdate last = wish.updates().getLast();
        boolean over = last.status().filter(status -> status.isOver()).isPresent();
        if (wish.ended().isPresent() && !over) {
            found.add(
                    new FieldFault(
                            "ended",
                            "the last update does not say that it is over",
                            "give that update the status resolved, or leave the end out"));
        }
        wish.ended().ifPresent(end -> end(end, start.or(() -> wish.updates().getFirst().at())));
        return found;
    }

    List<FieldFault> of(NewUpdate wish, Incident incident) {
        update("", wish, Optional.of(incident.started()));
        return found;
    }

    List<FieldFault> of(IncidentEdit wish, Incident incident) {
        wish.started().ifPresent(started -> past("started", started));
        if (wish.ended().isPresent() && incident.isOpen()) {
            found.add(
                    new FieldFault(
                            "ended", "it is not over", "add an update with the status resolved"));
        }
        Instant started = wish.started().orElse(incident.started());
        wish.ended().or(incident::ended).ifPresent(end -> end(end, Optional.of(started)));
        return found;
    }

    private void update(String path, NewUpdate wish, Optional<Instant> started) {
        unknown(path + "components", wish.components().keySet());
        wish.at().ifPresent(at -> past(path + "at", at));
        if (wish.at().filter(at -> started.filter(at::isBefore).isPresent()).isPresent()) {
            found.add(
                    new FieldFault(
                            path + "at",
                            "it lies before the incident's start",
                            "give a later time, or let the incident start earlier"));
        }
    }

    private void end(Instant end, Optional<Instant> started) {
        past("ended", end);
        if (started.filter(end::isBefore).isPresent()) {
            found.add(
                    new FieldFault(
                            "ended", "it lies before the start", "give the time when it was over"));
        }
    }

    private void past(String field, Instant at) {
        if (at.isAfter(now.plus(AHEAD))) {
            found.add(new FieldFault(field, "it lies in the future", "give a time that has been"));
        }
    }

    private void unknown(String field, Collection<ComponentId> components) {
        found.addAll(unknown(catalogue, field, components));
    }

    /** Those that the configuration does not have. */
    static List<FieldFault> unknown(
            Catalogue catalogue, String field, Collection<ComponentId> components) {
        Set<ComponentId> known =
                Set.copyOf(catalogue.components().stream().map(Component::id).toList());
        return components.stream()
                .filter(id -> !known.contains(id))
                .sorted()
                .map(id ->
                        new FieldFault(
                                field + "." + id,
                                "there is no such component",
                                "there are "
                                        + String.join(
                                                ", ",
                                                known.stream()
                                                        .map(ComponentId::value)
                                                        .sorted()
                                                        .toList())))
                .toList();
    }
}
