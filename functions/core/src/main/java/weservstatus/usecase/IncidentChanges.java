package weservstatus.usecase;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import weservstatus.incident.Incident;
import weservstatus.incident.IncidentCommand;
import weservstatus.incident.IncidentId;
import weservstatus.incident.Incidents;
import weservstatus.incident.Trouble;
import weservstatus.store.IncidentStore;
import weservstatus.store.Stored;
import weservstatus.store.Table;

/** Changes the newest incidents as a policy wants it, again when somebody else was quicker. */
final class IncidentChanges {
    /** Open incidents and those that trouble may join again are among so many of the newest. */
    private static final int NEWEST = 50;

    private static final int TRIES = 3;

    private final IncidentWriter writer;
    private final IncidentStore incidents;

    IncidentChanges(Table table) {
        this.writer = new IncidentWriter(table);
        this.incidents = new IncidentStore(table);
    }

    /**
     * The incidents as they are after it; not all of it may have been written when others were
     * quicker each time.
     *
     * @param policy what is wanted, given what there is
     * @param facts what is known of an incident that is written
     */
    Outcome apply(
            Function<List<Incident>, List<IncidentCommand>> policy,
            Function<Incident, Trouble.Facts> facts) {
        for (int tried = 1; ; tried++) {
            List<Stored<Incident>> stored = incidents.newest(NEWEST);
            List<Incident> before = stored.stream().map(Stored::value).toList();
            List<Incident> after = Incidents.after(before, policy.apply(before));
            boolean written = write(stored, after, facts);
            if (written || tried == TRIES) {
                return new Outcome(after, written);
            }
        }
    }

    /**
     * What came of it.
     *
     * @param written whether all of it was
     */
    record Outcome(List<Incident> incidents, boolean written) {}

    /** Whether all that changed was written; false when somebody else changed one of them. */
    private boolean write(
            List<Stored<Incident>> before,
            List<Incident> after,
            Function<Incident, Trouble.Facts> facts) {
        Map<IncidentId, Stored<Incident>> known = new LinkedHashMap<>();
        before.forEach(stored -> known.put(stored.value().id(), stored));
        for (Incident incident : after) {
            Optional<Stored<Incident>> old = Optional.ofNullable(known.get(incident.id()));
            boolean same = old.map(Stored::value).filter(incident::equals).isPresent();
            if (!same && !writer.write(old, incident, facts.apply(incident), List.of())) {
                return false;
            }
        }
        return true;
    }
}
