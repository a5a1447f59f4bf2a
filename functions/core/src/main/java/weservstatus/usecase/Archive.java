package weservstatus.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import weservstatus.document.IncidentDocument;
import weservstatus.document.MonthJson;
import weservstatus.document.PublishedDocuments;
import weservstatus.document.Rendered;
import weservstatus.document.ReportCsv;
import weservstatus.document.ReportJson;
import weservstatus.incident.Calendar;
import weservstatus.incident.Incident;
import weservstatus.incident.IncidentId;
import weservstatus.status.Announcing;
import weservstatus.status.History;
import weservstatus.status.MonthReport;
import weservstatus.status.MonthReports;
import weservstatus.status.StatusSnapshot;
import weservstatus.store.Blobs;
import weservstatus.store.PeriodStore;
import weservstatus.store.Stored;
import weservstatus.store.Table;
import weservstatus.text.ShortId;
import weservstatus.time.Interval;
import weservstatus.uptime.DayItem;
import weservstatus.uptime.MonthItem;

/**
 * What is too large or too old for the snapshot: months, reports, single incidents. Read when
 * somebody asks, and at most once for each snapshot; there are no more answers than months and
 * incidents.
 */
public final class Archive {
    /** An incident may be entered long before a month, and last into it, or long after it. */
    private static final Duration AROUND = Duration.ofDays(62);

    private static final int MOST_INCIDENTS = 500;
    private static final int MOST_KEPT = 200;

    private final ReviewStores stores;
    private final Map<String, Optional<Rendered>> kept = new LinkedHashMap<>();
    private Instant made = Instant.MIN;

    public Archive(Table table, Blobs blobs) {
        this.stores = ReviewStores.over(table, blobs);
    }

    /** Which document of a month. */
    public enum Form {
        /** Every day and what happened on it. */
        HISTORY,
        REPORT_JSON,
        REPORT_CSV
    }

    /**
     * The document of a month.
     *
     * @return absent before the first record and after the month of the snapshot
     */
    public Optional<Rendered> month(PublishedDocuments now, YearMonth month, Form form) {
        return once(now, form + " " + month, () -> month(now.snapshot(), month, form));
    }

    /**
     * One incident, or the one that it was merged into, or one time that planned work takes place.
     *
     * @return absent where there is none of this id
     */
    public Optional<Rendered> incident(PublishedDocuments now, String id) {
        return ShortId.isValid(id)
                ? once(now, "incident " + id, () -> incident(now.snapshot(), id))
                : Optional.empty();
    }

    private synchronized Optional<Rendered> once(
            PublishedDocuments now, String key, Supplier<Optional<Rendered>> made) {
        Instant moment = now.snapshot().generatedAt();
        if (!moment.equals(this.made) || kept.size() >= MOST_KEPT) {
            kept.clear();
            this.made = moment;
        }
        Optional<Rendered> known = kept.get(key);
        if (known == null) {
            known = made.get();
            kept.put(key, known);
        }
        return known;
    }

    private Optional<Rendered> month(StatusSnapshot snapshot, YearMonth month, Form form) {
        YearMonth last = YearMonth.from(date(snapshot.generatedAt()));
        History history = stores.raw().chain().months();
        Optional<YearMonth> first = first(snapshot, history);
        boolean known =
                first.filter(start -> !month.isBefore(start)).isPresent() && !month.isAfter(last);
        if (!known) {
            return Optional.empty();
        }
        MonthReport report = MonthReports.of(snapshot, month, kept(month, history));
        return Optional.of(
                switch (form) {
                    case HISTORY -> MonthJson.of(report, first.get(), last);
                    case REPORT_JSON -> ReportJson.of(report, first.get(), last);
                    case REPORT_CSV -> ReportCsv.of(report);
                });
    }

    private static Optional<YearMonth> first(StatusSnapshot snapshot, History history) {
        return Stream.concat(
                        history.months().stream().map(frozen -> frozen.item().month()),
                        snapshot.components().stream()
                                .flatMap(state -> state.firstDay().stream())
                                .map(YearMonth::from))
                .min(YearMonth::compareTo);
    }

    private MonthReports.Kept kept(YearMonth month, History history) {
        Interval interval = MonthItem.interval(month);
        Interval around = new Interval(interval.start().minus(AROUND), interval.end().plus(AROUND));
        List<DayItem> days =
                stores.days().list(month.atDay(1), month.atEndOfMonth()).stream()
                        .map(PeriodStore.Entry::value)
                        .toList();
        List<Incident> incidents =
                stores.incidents().entered(around, MOST_INCIDENTS).stream()
                        .map(Stored::value)
                        .toList();
        return new MonthReports.Kept(
                days,
                history.months().stream()
                        .filter(frozen -> frozen.item().month().equals(month))
                        .findFirst(),
                incidents,
                new Calendar(stores.maintenances().all().stream().map(Stored::value).toList()));
    }

    private Optional<Rendered> incident(StatusSnapshot snapshot, String id) {
        return stores.incidents()
                .follow(new IncidentId(id))
                .map(stored -> IncidentDocument.of(snapshot, Announcing.incident(stored.value())))
                .or(() ->
                        snapshot.announcements().works().stream()
                                .filter(work -> work.id().equals(id))
                                .findFirst()
                                .map(work -> IncidentDocument.of(snapshot, work)));
    }

    private static LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
