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
     * What goes with the writing of an incident that another one becomes part of. What both said
     * before is not told again; that the other goes on as part of this one is told in its place.
     *
     * @param gone the other, which ceases to be
     * @param into what the one is from now on
     */
    public List<Write> absorbing(Stored<Incident> gone, Incident into) {
        return together(
                incidents.merging(gone, into.id()),
                IncidentNotices.merged(gone.value(), into),
                List.of());
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
