package weservstatus.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import weservstatus.store.Blobs;
import weservstatus.store.DefinitionsStore;
import weservstatus.store.ImportStore;
import weservstatus.store.IncidentStore;
import weservstatus.store.MaintenanceStore;
import weservstatus.store.PeriodStore;
import weservstatus.store.RawStore;
import weservstatus.store.ReviewStore;
import weservstatus.store.RoundStore;
import weservstatus.store.SnapshotStore;
import weservstatus.store.Table;
import weservstatus.store.UnreadableDocument;
import weservstatus.uptime.DayItem;
import weservstatus.uptime.HourItem;

/** Where a review reads from and writes to. */
public record ReviewStores(
        RoundStore rounds,
        PeriodStore<Instant, HourItem> hours,
        PeriodStore<LocalDate, DayItem> days,
        ReviewStore<ReviewState> state,
        SnapshotStore snapshots,
        IncidentStore incidents,
        MaintenanceStore maintenances,
        Table table,
        RawStore raw,
        DefinitionsStore definitions) {
    private static final Duration HOURS_KEPT = Duration.ofDays(90);
    private static final Duration DAYS_KEPT = Duration.ofDays(800);

    ImportStore imports() {
        return new ImportStore(table);
    }

    /** All of them over one table and one set of blobs. */
    public static ReviewStores over(Table table, Blobs blobs) {
        return over(new RoundStore(table), table, blobs);
    }

    /**
     * The same, where one round that cannot be read does not hide all others.
     *
     * @param unreadable hears of such rounds
     */
    public static ReviewStores over(
            Table table, Blobs blobs, Consumer<? super UnreadableDocument> unreadable) {
        return over(new RoundStore(table, unreadable), table, blobs);
    }

    private static ReviewStores over(RoundStore rounds, Table table, Blobs blobs) {
        return new ReviewStores(
                rounds,
                PeriodStore.hours(table, PeriodCodecs.HOUR, HOURS_KEPT),
                PeriodStore.days(table, PeriodCodecs.DAY, DAYS_KEPT),
                new ReviewStore<>(table, new ReviewStateJson()),
                new SnapshotStore(table, blobs),
                new IncidentStore(table),
                new MaintenanceStore(table),
                table,
                new RawStore(blobs),
                new DefinitionsStore(blobs));
    }
}
