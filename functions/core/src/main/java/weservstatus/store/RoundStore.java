package weservstatus.store;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import weservstatus.check.LocationId;
import weservstatus.observe.Round;
import weservstatus.time.Interval;
import weservstatus.time.Slot;

/**
 * All rounds of the last days: one item per location, slot and number, written at most once, so a
 * repeated or late run of the same slot changes nothing.
 */
public final class RoundStore {
    /** How long after the start of its slot a round stays. */
    public static final Duration KEPT = Duration.ofDays(8);

    private static final int MAX_NUMBER = 999;

    /** Always with milliseconds, so that the order of the text is the order of time. */
    private static final DateTimeFormatter SLOT =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private final Table table;
    private final Consumer<? super UnreadableDocument> unreadable;
    private final Codec<Round> codec = new RoundJson();

    /** Rounds of which every one must be readable. */
    public RoundStore(Table table) {
        this(
                table,
                unreadable -> {
                    throw unreadable;
                });
    }

    /**
     * Rounds of which {@link #list} leaves out those that cannot be read, such as a newer version's
     * after it was rolled back: a slot without its round is one that nobody looked at, and one
     * round must not hide all others.
     *
     * @param unreadable hears of each that is left out, each time
     */
    public RoundStore(Table table, Consumer<? super UnreadableDocument> unreadable) {
        this.table = table;
        this.unreadable = unreadable;
    }

    /** Whether the round was new; false, and nothing changed, when its identity was taken. */
    public boolean put(Round round) {
        Instant expires = round.slot().start().plus(KEPT);
        Table.Item item =
                new Table.Item(
                        key(round.location(), round.slot(), round.number()),
                        codec.encode(round),
                        0,
                        Optional.of(expires));
        return table.put(item, Table.Condition.ABSENT);
    }

    /** The round of this identity. */
    public Optional<Round> find(LocationId location, Slot slot, int number) {
        return table.get(key(location, slot, number)).map(this::decode);
    }

    /** The round that lies under that key. */
    public Optional<Round> find(Table.Key key) {
        return table.get(key).map(this::decode);
    }

    /** Rounds of slots that start within the interval, by slot, then by number. */
    public List<Round> list(LocationId location, Interval starts) {
        Table.Query query =
                Table.Query.of(partition(location))
                        .between(SLOT.format(starts.start()), SLOT.format(starts.end()));
        return table.list(query).stream().flatMap(item -> readable(item).stream()).toList();
    }

    /** The last round of the newest slot. */
    public Optional<Round> latest(LocationId location) {
        return table.first(Table.Query.of(partition(location)).descending()).map(this::decode);
    }

    private Round decode(Table.Item item) {
        return codec.decode(item.document());
    }

    private Optional<Round> readable(Table.Item item) {
        try {
            return Optional.of(decode(item));
        } catch (UnreadableDocument e) {
            Table.Key key = item.key();
            String where = key.partition() + " " + key.sort();
            unreadable.accept(new UnreadableDocument(where, String.valueOf(e.getMessage()), e));
            return Optional.empty();
        }
    }

    private static Table.Key key(LocationId location, Slot slot, int number) {
        if (number > MAX_NUMBER) {
            throw new IllegalArgumentException(
                    "a slot has at most " + (MAX_NUMBER + 1) + " rounds");
        }
        String padded = String.format(Locale.ROOT, "%03d", number);
        return new Table.Key(partition(location), SLOT.format(slot.start()) + "#" + padded);
    }

    private static String partition(LocationId location) {
        return "round#" + location;
    }
}
