package weservstatus.usecase;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weservstatus.check.Catalogue;
import weservstatus.incident.Amendment;
import weservstatus.incident.Author;
import weservstatus.incident.Maintenance;
import weservstatus.incident.MaintenanceId;
import weservstatus.incident.MaintenancePlan;
import weservstatus.incident.MaintenanceStatus;
import weservstatus.incident.MaintenanceUpdate;
import weservstatus.incident.Occurrence;
import weservstatus.incident.Timetable;
import weservstatus.store.MaintenanceJson;
import weservstatus.store.MaintenanceStore;
import weservstatus.store.Stored;
import weservstatus.store.Table;
import weservstatus.text.ShortId;
import weservstatus.usecase.Desk.Decision;

/** What people do with planned work. */
public final class AdministerMaintenance {
    private final Catalogue catalogue;
    private final MaintenanceStore store;
    private final Desk<Maintenance> desk;
    private final InstantSource clock;

    public AdministerMaintenance(Catalogue catalogue, Table table, InstantSource clock) {
        IncidentWriter writer = new IncidentWriter(table);
        this.catalogue = catalogue;
        this.store = new MaintenanceStore(table);
        this.clock = clock;
        this.desk =
                new Desk<>(
                        new Desk.Kind<>(
                                "maintenance",
                                new MaintenanceJson(),
                                this::find,
                                (before, after, also) ->
                                        writer.writeWork(before, after.orElseThrow(), also)),
                        table,
                        clock);
    }

    public List<Stored<Maintenance>> all() {
        return store.all();
    }

    public Optional<Stored<Maintenance>> find(String id) {
        return ShortId.isValid(id) ? store.find(new MaintenanceId(id)) : Optional.empty();
    }

    /** Announces work. */
    public Outcome plan(MaintenancePlan plan, Mandate mandate) {
        Instant now = clock.instant();
        List<FieldFault> faults =
                new ArrayList<>(IncidentFaults.unknown(catalogue, "components", plan.components()));
        if (plan.timetable() instanceof Timetable.Once once && !once.window().end().isAfter(now)) {
            faults.add(
                    new FieldFault(
                            "once.end", "it is over already", "plan work that is still to end"));
        }
        if (!faults.isEmpty()) {
            return new Outcome.Unfit(faults);
        }
        MaintenanceId id = MaintenanceId.ofRequest(mandate.identity());
        return desk.create("plan", id.value(), Maintenance.announced(id, plan, now), mandate);
    }

    /** Other words at any time; another timetable or other components before it first begins. */
    public Outcome edit(String id, WorkEdit wish, Mandate mandate) {
        Instant now = clock.instant();
        return desk.change(
                wish.cancelled() ? "cancel" : "edit",
                id,
                mandate,
                before -> edited(before, wish, now));
    }

    /** Shortens, extends, finishes or calls off one occurrence. */
    public Outcome amend(String id, OccurrenceChange wish, Mandate mandate) {
        Instant now = clock.instant();
        return desk.change("amend", id, mandate, before -> amended(before, wish, mandate, now));
    }

    private Decision<Maintenance> edited(Maintenance before, WorkEdit wish, Instant now) {
        List<FieldFault> faults = new ArrayList<>();
        wish.components()
                .ifPresent(
                        ids -> faults.addAll(IncidentFaults.unknown(catalogue, "components", ids)));
        MaintenancePlan plan = wish.of(before.plan());
        boolean moved =
                !plan.timetable().equals(before.timetable())
                        || !plan.components().equals(before.components());
        if (moved && !before.timetable().begins().isAfter(now)) {
            faults.add(
                    new FieldFault(
                            wish.components().isPresent() ? "components" : "once",
                            "it has begun, and what was announced counts",
                            "change the end of an occurrence, or plan new work"));
        }
        if (wish.timetable().filter(other -> !other.begins().isAfter(now)).isPresent()) {
            faults.add(
                    new FieldFault(
                            "once",
                            "it would begin in the past",
                            "let it begin later: only what is announced before counts"));
        }
        if (!faults.isEmpty()) {
            return new Decision.Unfit<>(faults);
        }
        Maintenance after = before.planned(plan);
        return Decision.fit(wish.cancelled() ? after.cancelledAt(now) : after);
    }

    private static Decision<Maintenance> amended(
            Maintenance before, OccurrenceChange wish, Mandate mandate, Instant now) {
        Optional<Occurrence> found = before.occurrence(wish.planned());
        if (found.isEmpty()) {
            return Decision.unfit(
                    "planned", "it is not planned to start then", "give a planned start");
        }
        List<FieldFault> faults = faults(found.get(), wish, now);
        if (!faults.isEmpty()) {
            return new Decision.Unfit<>(faults);
        }
        Maintenance amended = before.amended(amendment(found.get(), wish, now));
        return Decision.fit(said(amended, wish, mandate, now));
    }

    private static Amendment amendment(Occurrence found, OccurrenceChange wish, Instant now) {
        Amendment before = found.amendment();
        Amendment moved =
                wish.end().map(end -> before.until(end, now, found.planned().end())).orElse(before);
        return wish.status()
                .map(status ->
                        switch (status) {
                            case VERIFYING -> moved.verifiedFrom(now);
                            case COMPLETED -> moved.finishedAt(now);
                            case CANCELLED -> moved.cancelledAt(now);
                            case SCHEDULED, IN_PROGRESS -> moved;
                        })
                .orElse(moved);
    }

    private static Maintenance said(
            Maintenance amended, OccurrenceChange wish, Mandate mandate, Instant now) {
        if (wish.body().isBlank()) {
            return amended;
        }
        MaintenanceStatus status = amended.occurrence(wish.planned()).orElseThrow().status(now);
        return amended.with(
                new MaintenanceUpdate(
                        ShortId.of("work-update", now + wish.body()),
                        wish.planned(),
                        status,
                        new Author.Person(mandate.who()),
                        wish.body(),
                        now));
    }

    private static List<FieldFault> faults(
            Occurrence occurrence, OccurrenceChange wish, Instant now) {
        List<FieldFault> faults = new ArrayList<>();
        MaintenanceStatus status = occurrence.status(now);
        boolean over =
                status == MaintenanceStatus.COMPLETED || status == MaintenanceStatus.CANCELLED;
        if (over && (wish.end().isPresent() || wish.status().isPresent())) {
            faults.add(new FieldFault("planned", "it is over", "plan new work, or say something"));
        }
        wish.end().ifPresent(end -> faults.addAll(end(occurrence, end, now)));
        boolean running = wish.status().filter(AdministerMaintenance::needsWork).isPresent();
        if (running && status == MaintenanceStatus.SCHEDULED) {
            faults.add(
                    new FieldFault(
                            "status", "it has not begun", "cancel it, or wait for its start"));
        }
        return faults;
    }

    private static boolean needsWork(MaintenanceStatus wanted) {
        return wanted == MaintenanceStatus.VERIFYING || wanted == MaintenanceStatus.COMPLETED;
    }

    private static List<FieldFault> end(Occurrence occurrence, Instant end, Instant now) {
        if (!end.isAfter(occurrence.start()) || !end.isAfter(now)) {
            return List.of(
                    new FieldFault(
                            "end",
                            "it lies before its start or in the past",
                            "give a later end, or the status completed"));
        }
        Instant latest = occurrence.planned().end().plus(Occurrence.LONGEST_EXTENSION);
        return end.isAfter(latest)
                ? List.of(
                        new FieldFault(
                                "end",
                                "it lies more than 7 days after the planned end",
                                "plan new work for what remains"))
                : List.of();
    }
}
