package weservstatus.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weservstatus.incident.Incident;
import weservstatus.incident.Maintenance;
import weservstatus.store.IncidentStore;
import weservstatus.store.MaintenanceStore;
import weservstatus.store.Stored;
import weservstatus.store.Table;
import weservstatus.store.Table.Write;

/**
 * The one way in which incidents and planned work are written, by the machine and by people: each
 * change in one transaction, with all that must stand or fall with it.
 */
public final class IncidentWriter {
    private final Table table;
    private final IncidentStore incidents;
    private final MaintenanceStore maintenances;

    public IncidentWriter(Table table) {
        this.table = table;
        this.incidents = new IncidentStore(table);
        this.maintenances = new MaintenanceStore(table);
    }

    /**
     * Whether it was written; false when somebody else was quicker, and then nothing was.
     *
     * @param before what the incident was made from, absent for a new one
     * @param also what must be written with it
     */
    public boolean write(Optional<Stored<Incident>> before, Incident after, List<Write> also) {
        long version = before.map(Stored::version).orElse(IncidentStore.NONE);
        return table.transact(together(incidents.writing(after, version), also));
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
        return table.transact(together(List.of(maintenances.writing(after, version)), also));
    }

    private static List<Write> together(List<Write> writes, List<Write> also) {
        List<Write> all = new ArrayList<>(writes);
        all.addAll(also);
        return all;
    }
}
