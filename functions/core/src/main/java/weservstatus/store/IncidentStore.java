package weservstatus.store;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import weservstatus.incident.Incident;
import weservstatus.incident.IncidentId;
import weservstatus.store.Table.Write;
import weservstatus.time.Interval;

/**
 * All incidents, for ever: each under its id, and once more in the order in which they were
 * entered, so that the newest are one short read. Both are written in one transaction.
 */
public final class IncidentStore {
    /** The version to expect before the first write. */
    public static final long NONE = 0;

    private static final String BY_ID = "incident";
    private static final String BY_TIME = "incident-log";
    private static final String MERGED = "incident-merged";

    /** More than anybody merges; a guard against a store that was tampered with. */
    private static final int MOST_MERGES = 100;

    /** Always with milliseconds, so that the order of the text is the order of time. */
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private final Table table;
    private final Codec<Incident> codec = new IncidentJson();

    public IncidentStore(Table table) {
        this.table = table;
    }

    public Optional<Stored<Incident>> find(IncidentId id) {
        return table.get(key(id)).map(this::stored);
    }

    /** Those entered last, newest first. */
    public List<Stored<Incident>> newest(int most) {
        Table.Query query = Table.Query.of(BY_TIME).descending().limit(most);
        return table.query(query).items().stream().map(this::stored).toList();
    }

    /** Those entered within the interval, newest first. */
    public List<Stored<Incident>> entered(Interval interval, int most) {
        Table.Query query =
                Table.Query.of(BY_TIME)
                        .between(TIME.format(interval.start()), TIME.format(interval.end()))
                        .descending()
                        .limit(most);
        return table.query(query).items().stream().map(this::stored).toList();
    }

    /** All of them, in the order in which they were entered. */
    public List<Stored<Incident>> all() {
        return table.list(Table.Query.of(BY_TIME)).stream().map(this::stored).toList();
    }

    /**
     * What writes the incident as version {@code expected + 1}, as part of a transaction that fails
     * when somebody else was quicker.
     *
     * @param expected version of what it was made from, {@link #NONE} for a new one
     */
    public List<Write> writing(Incident incident, long expected) {
        Table.Condition condition =
                expected == NONE ? Table.Condition.ABSENT : Table.Condition.versionIs(expected);
        String document = codec.encode(incident);
        return List.of(
                put(key(incident.id()), document, expected, condition),
                put(logKey(incident), document, expected, Table.Condition.ALWAYS));
    }

    /** What removes the incident, if it is still of that version. */
    public List<Write> removing(Stored<Incident> incident) {
        return List.of(
                new Write.Delete(
                        key(incident.value().id()), Table.Condition.versionIs(incident.version())),
                new Write.Delete(logKey(incident.value()), Table.Condition.ALWAYS));
    }

    /**
     * What removes an incident that was merged away, if it is still of that version, and remembers
     * for ever where its words are.
     */
    public List<Write> merging(Stored<Incident> gone, IncidentId into) {
        String document = Fields.JSON.createObjectNode().put("into", into.value()).toString();
        Table.Key key = new Table.Key(MERGED, gone.value().id().value());
        return Stream.concat(
                        removing(gone).stream(),
                        Stream.of(
                                new Write.Put(
                                        Table.Item.of(key, document), Table.Condition.ALWAYS)))
                .toList();
    }

    /** The incident of the id, or the one that it was merged into. */
    public Optional<Stored<Incident>> follow(IncidentId id) {
        IncidentId next = id;
        for (int hop = 0; hop < MOST_MERGES; hop++) {
            Optional<Stored<Incident>> found = find(next);
            Optional<IncidentId> into = found.isPresent() ? Optional.empty() : mergedInto(next);
            if (into.isEmpty()) {
                return found;
            }
            next = into.get();
        }
        return Optional.empty();
    }

    private Optional<IncidentId> mergedInto(IncidentId id) {
        return table.get(new Table.Key(MERGED, id.value()))
                .map(item -> Fields.parse("merged", item.document()))
                .map(json -> json.parsed("into", IncidentId::new));
    }

    /** Whether the write makes an incident cease to be. */
    public static boolean removes(Write write) {
        return write instanceof Write.Delete && write.key().partition().equals(BY_ID);
    }

    private static Write put(
            Table.Key key, String document, long expected, Table.Condition condition) {
        Table.Item item = new Table.Item(key, document, expected + 1, Optional.empty());
        return new Write.Put(item, condition);
    }

    private Stored<Incident> stored(Table.Item item) {
        return new Stored<>(codec.decode(item.document()), item.version());
    }

    private static Table.Key key(IncidentId id) {
        return new Table.Key(BY_ID, id.value());
    }

    private static Table.Key logKey(Incident incident) {
        String entered = TIME.format(incident.entered());
        return new Table.Key(BY_TIME, entered + "#" + incident.id());
    }
}
