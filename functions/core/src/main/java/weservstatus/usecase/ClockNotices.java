package weservstatus.usecase;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import weservstatus.incident.Calendar;
import weservstatus.incident.Incident;
import weservstatus.notify.IncidentClock;
import weservstatus.notify.Notice;
import weservstatus.notify.ReminderPace;
import weservstatus.notify.WorkClock;
import weservstatus.store.IncidentStore;
import weservstatus.store.MaintenanceStore;
import weservstatus.store.OutboxStore;
import weservstatus.store.Stored;
import weservstatus.store.Table;
import weservstatus.store.Table.Write;

/**
 * Puts into the outbox what came due by the clock alone: reminders, and the moments of planned
 * work. However often and by how many it is done, each is put there once.
 */
final class ClockNotices {
    /** What somebody else was writing when the clock was asked last is found so much later. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private static final int NEWEST = 50;
    private static final int MOST_AT_ONCE = 10;

    private final Table table;
    private final OutboxStore outbox;
    private final IncidentStore incidents;
    private final MaintenanceStore maintenances;
    private final Optional<ReminderPace> pace;

    /**
     * @param pace absent when nobody wants to be reminded
     */
    ClockNotices(Table table, Optional<ReminderPace> pace) {
        this.table = table;
        this.outbox = new OutboxStore(table);
        this.incidents = new IncidentStore(table);
        this.maintenances = new MaintenanceStore(table);
        this.pace = pace;
    }

    /** Asks the clock; the very first time nothing is due. */
    void put(Instant now) {
        Optional<Stored<Instant>> asked = outbox.clock();
        List<Notice> due = asked.map(last -> due(last.value(), now)).orElse(List.of());
        long version = asked.map(Stored::version).orElse(OutboxStore.NONE);
        if (asked.isPresent() && due.isEmpty() && now.isBefore(asked.get().value().plus(OVERLAP))) {
            return;
        }
        // More than fit into one transaction are found again by the overlap.
        List<Notice> some = due.subList(0, Math.min(MOST_AT_ONCE, due.size()));
        Instant through = some.size() < due.size() ? asked.orElseThrow().value() : now;
        List<Write> writes =
                Stream.concat(
                                Stream.of(outbox.clockAt(through, version)),
                                some.stream().flatMap(notice -> outbox.adding(notice).stream()))
                        .toList();
        table.transact(writes);
    }

    private List<Notice> due(Instant last, Instant now) {
        Instant from = last.minus(OVERLAP);
        Calendar calendar = new Calendar(maintenances.all().stream().map(Stored::value).toList());
        List<Incident> newest = incidents.newest(NEWEST).stream().map(Stored::value).toList();
        return Stream.concat(
                        WorkClock.due(calendar, from, now).stream(),
                        pace.stream()
                                .flatMap(often ->
                                        IncidentClock.due(newest, often, from, now).stream()))
                .filter(notice -> outbox.find(notice.id()).isEmpty())
                .toList();
    }
}
