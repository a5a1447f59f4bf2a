package weservstatus.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import weservstatus.incident.Incident;
import weservstatus.notify.IncidentNotices;
import weservstatus.notify.Notice;
import weservstatus.store.OutboxStore;
import weservstatus.store.Table;
import weservstatus.verdict.OutageRecord;

/** Puts into the outbox, once, that a component goes up and down. */
final class UnstableNotices {
    private final Table table;
    private final OutboxStore outbox;

    UnstableNotices(Table table) {
        this.table = table;
        this.outbox = new OutboxStore(table);
    }

    /**
     * Looks at what is true now, so that a review that is repeated or was cut off says nothing
     * twice and forgets nothing.
     */
    void put(List<OutageRecord> outages, List<Incident> incidents, Instant now) {
        outages.stream()
                .filter(OutageRecord::lasts)
                .flatMap(outage -> notice(outage, incidents, now).stream())
                .filter(notice -> outbox.find(notice.id()).isEmpty())
                .forEach(notice -> table.transact(outbox.addingNew(notice)));
    }

    private static Optional<Notice> notice(
            OutageRecord outage, List<Incident> incidents, Instant now) {
        return outage.unstable()
                .flatMap(since ->
                        incidents.stream()
                                .filter(Incident::isOpen)
                                .filter(one -> one.components().containsKey(outage.component()))
                                .findFirst()
                                .map(one ->
                                        IncidentNotices.unstable(
                                                one, outage.component(), since, now)));
    }
}
