package weservstatus.usecase;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import weservstatus.check.Catalogue;
import weservstatus.check.ComponentId;
import weservstatus.incident.Author;
import weservstatus.incident.ComponentChange;
import weservstatus.incident.Incident;
import weservstatus.incident.IncidentCommand;
import weservstatus.incident.IncidentId;
import weservstatus.incident.IncidentStatus;
import weservstatus.incident.IncidentUpdate;
import weservstatus.incident.Incidents;
import weservstatus.store.IncidentJson;
import weservstatus.store.IncidentStore;
import weservstatus.store.Stored;
import weservstatus.store.Table;
import weservstatus.text.ShortId;
import weservstatus.usecase.Desk.Decision;
import weservstatus.verdict.ComponentStatus;

/** What people do with incidents. */
public final class AdministerIncidents {
    private static final String KIND = "incident";

    private final Catalogue catalogue;
    private final IncidentStore store;
    private final IncidentWriter writer;
    private final Desk<Incident> desk;
    private final InstantSource clock;

    public AdministerIncidents(Catalogue catalogue, Table table, InstantSource clock) {
        this.catalogue = catalogue;
        this.store = new IncidentStore(table);
        this.writer = new IncidentWriter(table);
        this.clock = clock;
        this.desk =
                new Desk<>(
                        new Desk.Kind<>(
                                KIND,
                                new IncidentJson(),
                                this::find,
                                (before, after, also) ->
                                        writer.write(before, after.orElseThrow(), also)),
                        table,
                        clock);
    }

    /** Those entered last, newest first. */
    public List<Stored<Incident>> newest(int most) {
        return store.newest(most);
    }

    public Optional<Stored<Incident>> find(String id) {
        return ShortId.isValid(id) ? store.find(new IncidentId(id)) : Optional.empty();
    }

    /** Opens one, or enters one that is long over. */
    public Outcome open(NewIncident wish, Mandate mandate) {
        Instant now = clock.instant();
        List<FieldFault> faults = new IncidentFaults(catalogue, now).of(wish);
        if (!faults.isEmpty()) {
            return new Outcome.Unfit(faults);
        }
        IncidentId id = IncidentId.ofRequest(mandate.identity());
        return desk.create("open", id.value(), opened(id, wish, mandate, now), mandate);
    }

    /** Adds an update; one that says that it is over ends it. */
    public Outcome say(String id, NewUpdate wish, Mandate mandate) {
        Instant now = clock.instant();
        return desk.change("update", id, mandate, before -> said(before, wish, mandate, now));
    }

    public Outcome edit(String id, IncidentEdit wish, Mandate mandate) {
        Instant now = clock.instant();
        return desk.change("edit", id, mandate, before -> edited(before, wish, mandate, now));
    }

    /** Another text for what a person said. */
    public Outcome reword(String id, String update, String body, Mandate mandate) {
        Instant now = clock.instant();
        return desk.change("reword", id, mandate, before -> reworded(before, update, body, now));
    }

    /** Takes everything that another one says into this one; the other is no more. */
    public Outcome merge(String id, String other, Mandate mandate) {
        return desk.change("merge", id, mandate, before -> merged(before, other));
    }

    private Incident opened(IncidentId id, NewIncident wish, Mandate mandate, Instant now) {
        boolean over = status(wish.updates().getLast(), IncidentStatus.INVESTIGATING).isOver();
        Saying saying = new Saying(mandate, now, !over);
        List<IncidentUpdate> updates = new ArrayList<>();
        IncidentStatus status = IncidentStatus.INVESTIGATING;
        Map<ComponentId, ComponentStatus> known = new TreeMap<>();
        for (NewUpdate update : wish.updates()) {
            IncidentUpdate next = saying.update(update, status, known, updates.size());
            updates.add(next);
            next.changes().forEach(change -> known.put(change.component(), change.after()));
            status = next.status();
        }
        IncidentUpdate first =
                updates.stream().min(Comparator.comparing(IncidentUpdate::at)).orElseThrow();
        List<IncidentCommand> commands = new ArrayList<>();
        commands.add(
                new IncidentCommand.Open(
                        id,
                        wish.title(),
                        wish.impact(),
                        saying.person(),
                        wish.started().orElse(first.at()),
                        first,
                        List.of()));
        updates.stream()
                .filter(update -> !update.id().equals(first.id()))
                .forEach(update -> commands.add(new IncidentCommand.Say(id, update)));
        wish.ended().ifPresent(end -> commands.add(ending(id, end)));
        return Incidents.after(List.of(), commands).getFirst();
    }

    private static IncidentCommand ending(IncidentId id, Instant end) {
        return new IncidentCommand.Edit(
                id, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(end));
    }

    private Decision<Incident> said(Incident before, NewUpdate wish, Mandate mandate, Instant now) {
        List<FieldFault> faults = new IncidentFaults(catalogue, now).of(wish, before);
        if (!faults.isEmpty()) {
            return new Decision.Unfit<>(faults);
        }
        IncidentUpdate update =
                new Saying(mandate, now, true)
                        .update(wish, before.status(), before.components(), 0);
        return after(
                before,
                before.isOpen() && update.status().isOver()
                        ? new IncidentCommand.Resolve(before.id(), update.at(), update)
                        : new IncidentCommand.Say(before.id(), update));
    }

    private Decision<Incident> edited(
            Incident before, IncidentEdit wish, Mandate mandate, Instant now) {
        List<FieldFault> faults = new IncidentFaults(catalogue, now).of(wish, before);
        if (!faults.isEmpty()) {
            return new Decision.Unfit<>(faults);
        }
        List<IncidentCommand> commands = new ArrayList<>();
        commands.add(
                new IncidentCommand.Edit(
                        before.id(), wish.title(), wish.impact(), wish.started(), wish.ended()));
        if (wish.takenOver() && !before.isTakenOver()) {
            commands.add(
                    new IncidentCommand.TakeOver(before.id(), new Author.Person(mandate.who())));
        }
        if (wish.acknowledged()) {
            commands.add(new IncidentCommand.Acknowledge(before.id(), now));
        }
        return after(before, commands.toArray(IncidentCommand[]::new));
    }

    private static Decision<Incident> reworded(
            Incident before, String update, String body, Instant now) {
        Optional<IncidentUpdate> old =
                before.updates().stream().filter(one -> one.id().equals(update)).findFirst();
        if (old.isEmpty()) {
            return Decision.unfit("update", "there is no such update", "give the id of one");
        }
        return old.get().author().isMachine()
                ? Decision.unfit(
                        "update",
                        "the monitor found these facts",
                        "add an update that says what is known better")
                : after(before, new IncidentCommand.Reword(before.id(), update, body, now));
    }

    private Decision<Incident> merged(Incident before, String other) {
        Optional<Stored<Incident>> found = find(other);
        if (found.isEmpty() || other.equals(before.id().value())) {
            return Decision.unfit("other", "there is no other incident of this id", "name one");
        }
        Incident gone = found.get().value();
        Incident whole =
                Incidents.after(
                                List.of(before, gone),
                                List.of(new IncidentCommand.Merge(before.id(), gone.id())))
                        .getFirst();
        return new Decision.Fit<>(whole, writer.absorbing(found.get(), whole));
    }

    private static Decision<Incident> after(Incident before, IncidentCommand... commands) {
        return Decision.fit(Incidents.after(List.of(before), List.of(commands)).getFirst());
    }

    private static IncidentStatus status(NewUpdate update, IncidentStatus usual) {
        return update.status().orElse(usual);
    }

    /**
     * Makes updates out of what a person wants to say.
     *
     * @param told whether subscribers usually hear of it
     */
    private record Saying(Mandate mandate, Instant now, boolean told) {
        Author.Person person() {
            return new Author.Person(mandate.who());
        }

        IncidentUpdate update(
                NewUpdate wish,
                IncidentStatus usual,
                Map<ComponentId, ComponentStatus> before,
                int index) {
            IncidentStatus status = status(wish, usual);
            return new IncidentUpdate(
                    ShortId.of("update", mandate.identity() + "#" + index),
                    status,
                    person(),
                    wish.body(),
                    wish.at().orElse(now),
                    now,
                    changes(status.isOver() ? healed(wish, before) : wish.components(), before),
                    wish.told().orElse(told));
        }

        /** When it is over all works again, but for what is said to be otherwise. */
        private static Map<ComponentId, ComponentStatus> healed(
                NewUpdate wish, Map<ComponentId, ComponentStatus> before) {
            Map<ComponentId, ComponentStatus> healed = new TreeMap<>();
            before.forEach((component, status) -> {
                if (status != ComponentStatus.OPERATIONAL) {
                    healed.put(component, ComponentStatus.OPERATIONAL);
                }
            });
            healed.putAll(wish.components());
            return healed;
        }

        private static List<ComponentChange> changes(
                Map<ComponentId, ComponentStatus> after, Map<ComponentId, ComponentStatus> before) {
            return after.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(entry ->
                            new ComponentChange(
                                    entry.getKey(),
                                    before.getOrDefault(
                                            entry.getKey(), ComponentStatus.OPERATIONAL),
                                    entry.getValue()))
                    .toList();
        }
    }
}
