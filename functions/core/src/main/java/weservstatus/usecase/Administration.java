package weservstatus.usecase;

import java.time.Instant;
import java.time.InstantSource;
import weservstatus.check.Catalogue;
import weservstatus.store.AuditStore;
import weservstatus.store.Blobs;
import weservstatus.store.Table;

/** All that administrators do, over one table and its files. */
public record Administration(
        Catalogue catalogue,
        AdministerIncidents incidents,
        AdministerMaintenance maintenance,
        AdministerTemplates templates,
        AdministerSubscribers subscribers,
        AdministerChannels channels,
        AdministerSilences silences,
        AdministerOverrides overrides,
        AuditStore audit,
        ExportPages export,
        ImportSteps imports,
        InstantSource clock) {
    public static Administration over(
            Catalogue catalogue, Table table, Blobs blobs, InstantSource clock) {
        return new Administration(
                catalogue,
                new AdministerIncidents(catalogue, table, clock),
                new AdministerMaintenance(catalogue, table, clock),
                new AdministerTemplates(table, clock),
                new AdministerSubscribers(table, clock),
                new AdministerChannels(catalogue, table, clock),
                new AdministerSilences(catalogue, table, clock),
                new AdministerOverrides(catalogue, table, clock),
                new AuditStore(table),
                new ExportPages(catalogue, table, blobs),
                new ImportSteps(table, blobs, clock),
                clock);
    }

    /** The same, where a topic tells people too. */
    public Administration with(TopicAudience topic) {
        return new Administration(
                catalogue,
                incidents,
                maintenance,
                templates,
                subscribers.with(topic),
                channels,
                silences,
                overrides,
                audit,
                export,
                imports,
                clock);
    }

    public Instant now() {
        return clock.instant();
    }
}
