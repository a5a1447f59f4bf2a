package weservstatus.usecase;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import weservstatus.store.OutboxStore.Asked;
import weservstatus.store.Stored;
import weservstatus.store.Table;
import weservstatus.store.Table.Write;

/**
 * Puts into the outbox what came due by the clock alone: reminders, and the moments of planned
 * work. However often and by how many it is done, each is put there once. While no incident is open
 * none is read but every ten minutes: what opens meanwhile is not reminded of so soon.
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
        Optional<Stored<Asked>> stored = outbox.clock();
        long version = stored.map(Stored::version).orElse(OutboxStore.NONE);
        Asked last = stored.map(Stored::value).orElseGet(() -> new Asked(now, now));
        boolean late = stored.isEmpty() || !now.isBefore(last.asked().plus(OVERLAP));
        List<Incident> newest = late || !now.isBefore(last.quiet()) ? newest() : List.of();
        List<Notice> due = stored.isEmpty() ? List.of() : due(newest, last.asked(), now);
        if (late || !due.isEmpty()) {
            // More than fit into one transaction are found again by the overlap.
            List<Notice> some = due.subList(0, Math.min(MOST_AT_ONCE, due.size()));
            Instant through = some.size() < due.size() ? last.asked() : now;
            Instant quiet = late ? quiet(newest, now) : last.quiet();
            write(outbox.clockAt(new Asked(through, quiet), version), some);
        }
    }

    private void write(Write clock, List<Notice> notices) {
        List<Write> writes = new ArrayList<>(List.of(clock));
        notices.forEach(notice -> writes.addAll(outbox.adding(notice)));
        table.transact(writes);
    }

    private List<Incident> newest() {
        return incidents.newest(NEWEST).stream().map(Stored::value).toList();
    }

    private Instant quiet(List<Incident> newest, Instant now) {
        return pace.map(often -> IncidentClock.quiet(newest, often, now))
                .orElseGet(() -> now.plus(OVERLAP));
    }

    private List<Notice> due(List<Incident> newest, Instant last, Instant now) {
        Instant from = last.minus(OVERLAP);
        Calendar calendar = new Calendar(maintenances.all().stream().map(Stored::value).toList());
        return Stream.concat(
                        WorkClock.due(calendar, from, now).stream(),
                        pace.stream()
                                .flatMap(often ->
                                        IncidentClock.due(newest, often, from, now).stream()))
                .filter(notice -> outbox.find(notice.id()).isEmpty())
                .toList();
    }
}
