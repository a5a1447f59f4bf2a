package weservstatus.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import weservstatus.time.Interval;

/**
 * One derived item per UTC hour or day. An item is a pure function of what it was made from, so
 * writing it again replaces it.
 *
 * @param <P> what names a period: the instant an hour starts, or a date
 */
public final class PeriodStore<P, T> {

    /** One period and what is known about it. */
    public record Entry<P, T>(P period, T value) {}

    private final Table table;
    private final Unit<P> unit;
    private final Codec<T> codec;
    private final Duration kept;

    /** How periods of one length are written down. */
    private record Unit<P>(
            String partition,
            Function<P, Interval> interval,
            Function<P, String> sort,
            Function<String, P> parse) {}

    private PeriodStore(Table table, Unit<P> unit, Codec<T> codec, Duration kept) {
        this.table = table;
        this.unit = unit;
        this.codec = codec;
        this.kept = kept;
    }

    /**
     * Hours, each named by the instant it starts.
     *
     * @param kept how long after its end an item stays
     */
    public static <T> PeriodStore<Instant, T> hours(Table table, Codec<T> codec, Duration kept) {
        Unit<Instant> unit =
                new Unit<>(
                        "hour",
                        PeriodStore::wholeHour,
                        start -> wholeHour(start).start().toString(),
                        Instant::parse);
        return new PeriodStore<>(table, unit, codec, kept);
    }

    /**
     * UTC days.
     *
     * @param kept how long after its end an item stays
     */
    public static <T> PeriodStore<LocalDate, T> days(Table table, Codec<T> codec, Duration kept) {
        Unit<LocalDate> unit =
                new Unit<>("day", Interval::day, LocalDate::toString, LocalDate::parse);
        return new PeriodStore<>(table, unit, codec, kept);
    }

    /** Creates or replaces the period's item. */
    public void put(P period, T value) {
        Instant expires = unit.interval().apply(period).end().plus(kept);
        Table.Item item = new Table.Item(key(period), codec.encode(value), 0, Optional.of(expires));
        table.put(item, Table.Condition.ALWAYS);
    }

    public Optional<T> find(P period) {
        return table.get(key(period)).map(item -> codec.decode(item.document()));
    }

    /** The stored periods from the first to the last, both included, in order. */
    public List<Entry<P, T>> list(P first, P last) {
        Table.Query query =
                Table.Query.of(unit.partition()).between(key(first).sort(), key(last).sort());
        return table.list(query).stream().map(this::entry).toList();
    }

    private Table.Key key(P period) {
        return new Table.Key(unit.partition(), unit.sort().apply(period));
    }

    private Entry<P, T> entry(Table.Item item) {
        return new Entry<>(unit.parse().apply(item.key().sort()), codec.decode(item.document()));
    }

    private static Interval wholeHour(Instant start) {
        Interval hour = Interval.hour(start);
        if (!hour.start().equals(start)) {
            throw new IllegalArgumentException(start + " is not the start of an hour");
        }
        return hour;
    }
}
