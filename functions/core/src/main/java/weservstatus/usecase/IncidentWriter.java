package weservstatus.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weservstatus.incident.Incident;
import weservstatus.incident.Maintenance;
import weservstatus.incident.Trouble;
import weservstatus.notify.IncidentNotices;
import weservstatus.notify.Notice;
import weservstatus.notify.WorkNotices;
import weservstatus.store.IncidentStore;
import weservstatus.store.MaintenanceStore;
import weservstatus.store.OutboxStore;
import weservstatus.store.Stored;
import weservstatus.store.Table;
import weservstatus.store.Table.Write;

/**
 * The one way in which incidents and planned work are written, by the machine and by people: each
 * change in one transaction, with what it gives to tell and all else that must stand or fall with
 * it.
 */
public final class IncidentWriter {
    private final Table table;
    private final IncidentStore incidents;
    private final MaintenanceStore maintenances;
    private final OutboxStore outbox;

    public IncidentWriter(Table table) {
        this.table = table;
        this.incidents = new IncidentStore(table);
        this.maintenances = new MaintenanceStore(table);
        this.outbox = new OutboxStore(table);
    }

    /**
     * Whether it was written; false when somebody else was quicker, and then nothing was.
     *
     * @param before what the incident was made from, absent for a new one
     * @param also what must be written with it
     */
    public boolean write(Optional<Stored<Incident>> before, Incident after, List<Write> also) {
        return write(before, after, Trouble.Facts.NONE, also);
    }

    /**
     * The same by the monitor.
     *
     * @param facts what it knows of what fails, to be told beside its words
     */
    public boolean write(
            Optional<Stored<Incident>> before,
            Incident after,
            Trouble.Facts facts,
            List<Write> also) {
        long version = before.map(Stored::version).orElse(IncidentStore.NONE);
        Optional<Notice> notice = IncidentNotices.between(before.map(Stored::value), after, facts);
        return table.transact(together(incidents.writing(after, version), notice, also));
    }

    /**
     * Whether two were made one; false when somebody else was quicker with either. What both said
     * before is not told again; that the other goes on as part of the first is told in its place.
     *
     * @param into what the first was
     * @param merged what it is now
     * @param gone the other, which ceases to be
     */
    public boolean merge(
            Stored<Incident> into, Incident merged, Stored<Incident> gone, List<Write> also) {
        List<Write> writes = new ArrayList<>(incidents.writing(merged, into.version()));
        writes.addAll(incidents.removing(gone));
        Optional<Notice> notice = IncidentNotices.merged(gone.value(), merged);
        return table.transact(together(writes, notice, also));
    }

    /**
     * Whether it was written; false when somebody else was quicker, and then nothing was.
     *
     * @param before what the work was made from, absent for new work
     * @param also what must be written with it
     */
    public boolean writeWork(
            Optional<Stored<Maintenance>> before, Maintenance after, List<Write> also) {
        long version = before.map(Stored::version).orElse(MaintenanceStore.NONE);
        Optional<Notice> notice = WorkNotices.between(before.map(Stored::value), after);
        List<Write> writes = List.of(maintenances.writing(after, version));
        return table.transact(together(writes, notice, also));
    }

    private List<Write> together(List<Write> writes, Optional<Notice> notice, List<Write> also) {
        List<Write> all = new ArrayList<>(writes);
        notice.map(outbox::adding).ifPresent(all::addAll);
        all.addAll(also);
        return all;
    }
}
