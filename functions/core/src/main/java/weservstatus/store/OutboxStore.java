package weservstatus.store;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import weservstatus.notify.ChannelMemory;
import weservstatus.notify.DeliveryRecord;
import weservstatus.notify.MessageId;
import weservstatus.notify.Notice;
import weservstatus.notify.Pending;
import weservstatus.notify.Retries;
import weservstatus.store.Table.Condition;
import weservstatus.store.Table.Write;

/**
 * What is to be told: notices from the moment of the change that they tell, what each receiver is
 * still to get, and what became of it. Everything that must stand or fall together is handed out as
 * writes of one transaction.
 */
public final class OutboxStore {
    /** The version to expect before the first write. */
    public static final long NONE = 0;

    /** How long what was told, and what became of it, can be looked up. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final String NOTICES = "outbox";
    private static final String OPEN = "outbox-open";
    private static final String MEMORY = "outbox-memory";
    private static final String PENDING = "outbox-pending";
    private static final String RECORDS = "outbox-record";
    private static final Table.Key CLOCK = new Table.Key("outbox-clock", "clock");

    /** Always with milliseconds, so that the order of the text is the order of time. */
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private final Table table;
    private final Codec<Notice> notices = new NoticeJson();
    private final Codec<ChannelMemory> memories = new ChannelMemoryJson();
    private final Codec<Pending> pendings = new PendingJson();
    private final Codec<DeliveryRecord> records = new DeliveryRecordJson();

    public OutboxStore(Table table) {
        this.table = table;
    }

    /** What puts the notice into the outbox, for the transaction of the change that it tells. */
    public List<Write> adding(Notice notice) {
        return adding(notice, Condition.ALWAYS);
    }

    /** The same, in a transaction that fails when the notice was ever there before. */
    public List<Write> addingNew(Notice notice) {
        return adding(notice, Condition.ABSENT);
    }

    private List<Write> adding(Notice notice, Condition condition) {
        Instant given = notice.at().plus(Retries.GIVE_UP);
        return List.of(
                keeping(notice, condition),
                put(key(OPEN, notice.id()), notices.encode(notice), NONE, Optional.of(given)));
    }

    /** What keeps a notice that only one receiver gets, so that it can be found. */
    public Write keeping(Notice notice) {
        return keeping(notice, Condition.ALWAYS);
    }

    /** The same, in a transaction that fails when the notice was ever there before. */
    public Write keepingNew(Notice notice) {
        return keeping(notice, Condition.ABSENT);
    }

    private Write keeping(Notice notice, Condition condition) {
        Optional<Instant> expires = Optional.of(notice.at().plus(KEPT));
        return new Write.Put(
                new Table.Item(key(NOTICES, notice.id()), notices.encode(notice), NONE, expires),
                condition);
    }

    public Optional<Notice> find(MessageId id) {
        return table.get(key(NOTICES, id)).map(item -> notices.decode(item.document()));
    }

    /** Notices of which not every receiver has been decided. */
    public List<Notice> open() {
        return table.list(Table.Query.of(OPEN)).stream()
                .map(item -> notices.decode(item.document()))
                .toList();
    }

    /** Takes the notice out of the outbox: all receivers are decided. */
    public void close(MessageId id) {
        table.delete(key(OPEN, id), Condition.ALWAYS);
    }

    /** What one receiver was told; nothing at version {@link #NONE} before the first time. */
    public Stored<ChannelMemory> memory(String receiver) {
        return table.get(new Table.Key(MEMORY, receiver))
                .map(item -> new Stored<>(memories.decode(item.document()), item.version()))
                .orElseGet(() -> new Stored<>(ChannelMemory.NONE, NONE));
    }

    /** Fails the transaction when somebody else was quicker. */
    public Write remembering(String receiver, ChannelMemory memory, long expected) {
        Table.Key key = new Table.Key(MEMORY, receiver);
        return versioned(key, memories.encode(memory), expected, Optional.empty());
    }

    /** Everything that is still to be sent, in the order in which it was queued. */
    public List<Stored<Pending>> pending() {
        return table.list(Table.Query.of(PENDING)).stream()
                .map(item -> new Stored<>(pendings.decode(item.document()), item.version()))
                .toList();
    }

    /** Fails the transaction when it is queued already. */
    public Write queuing(Pending pending) {
        return versioned(key(pending), pendings.encode(pending), NONE, Optional.empty());
    }

    /** Fails the transaction when somebody else has it by now. */
    public Write changing(Stored<Pending> before, Pending after) {
        return versioned(
                key(before.value()), pendings.encode(after), before.version(), Optional.empty());
    }

    /** Fails the transaction when somebody else has it by now. */
    public Write removing(Stored<Pending> pending) {
        return new Write.Delete(key(pending.value()), Condition.versionIs(pending.version()));
    }

    public Write recording(DeliveryRecord record) {
        String sort =
                TIME.format(record.at()) + "#" + record.message() + "#" + record.receiver().label();
        Optional<Instant> expires = Optional.of(record.at().plus(KEPT));
        return put(new Table.Key(RECORDS, sort), records.encode(record), NONE, expires);
    }

    /** What became of the messages sent last, newest first. */
    public List<DeliveryRecord> records(int most) {
        Table.Query query = Table.Query.of(RECORDS).descending().limit(most);
        return table.query(query).items().stream()
                .map(item -> records.decode(item.document()))
                .toList();
    }

    /**
     * How far the clock was asked what is due.
     *
     * @param asked up to when
     * @param quiet before then no incident is to be reminded of, whatever happens meanwhile
     */
    public record Asked(Instant asked, Instant quiet) {}

    /** Absent before the first time. */
    public Optional<Stored<Asked>> clock() {
        return table.get(CLOCK).map(item -> new Stored<>(asked(item.document()), item.version()));
    }

    /** Fails the transaction when somebody else was quicker. */
    public Write clockAt(Asked now, long expected) {
        String document =
                Fields.JSON
                        .createObjectNode()
                        .put("asked", now.asked().toString())
                        .put("quiet", now.quiet().toString())
                        .toString();
        return versioned(CLOCK, document, expected, Optional.empty());
    }

    private static Asked asked(String document) {
        Fields json = Fields.parse("outboxClock", document);
        Instant asked = json.instant("asked");
        // It was written without once.
        Asked clock = new Asked(asked, json.has("quiet") ? json.instant("quiet") : asked);
        json.end();
        return clock;
    }

    private static Write put(
            Table.Key key, String document, long version, Optional<Instant> expires) {
        return new Write.Put(new Table.Item(key, document, version, expires), Condition.ALWAYS);
    }

    private static Write versioned(
            Table.Key key, String document, long expected, Optional<Instant> expires) {
        Condition condition = expected == NONE ? Condition.ABSENT : Condition.versionIs(expected);
        return new Write.Put(new Table.Item(key, document, expected + 1, expires), condition);
    }

    private static Table.Key key(String partition, MessageId id) {
        return new Table.Key(partition, id.value());
    }

    private static Table.Key key(Pending pending) {
        return new Table.Key(
                PENDING,
                TIME.format(pending.queued())
                        + "#"
                        + pending.message()
                        + "#"
                        + pending.receiver().label());
    }
}
