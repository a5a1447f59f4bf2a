package weservstatus.store;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.store.Table.Write;

/** Who did what and when, with the thing before and after. */
public final class AuditStore {
    private static final String BY_TIME = "audit";
    private static final String LAST = "audit-last";
    private static final Duration KEPT = Duration.ofDays(800);

    /** Always of one length, so that the order of the text is the order of time. */
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter(Locale.ROOT);

    private final Table table;

    public AuditStore(Table table) {
        this.table = table;
    }

    /**
     * Who made a thing what it is.
     *
     * @param version that it had then; one that is newer was made by the monitor
     */
    public record Last(String who, Instant at, long version) {}

    /** A page of entries. */
    public record Page(List<AuditEntry> entries, Optional<String> next) {
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /** What writes the entry, as part of the transaction that it tells of. */
    public List<Write> writing(AuditEntry entry) {
        Optional<Instant> expires = Optional.of(entry.at().plus(KEPT));
        String what = entry.kind() + "/" + entry.id() + "#" + entry.version();
        String sort = TIME.format(entry.at()) + "#" + what;
        Table.Item full = new Table.Item(new Table.Key(BY_TIME, sort), encode(entry), 0, expires);
        Table.Item last =
                new Table.Item(
                        lastKey(entry.kind(), entry.id()), encodeLast(entry), 0, Optional.empty());
        return List.of(
                new Write.Put(full, Table.Condition.ABSENT),
                new Write.Put(last, Table.Condition.ALWAYS));
    }

    /** What people did last to the thing. */
    public Optional<Last> last(String kind, String id) {
        return table.get(lastKey(kind, id)).map(Table.Item::document).map(AuditStore::decodeLast);
    }

    /**
     * The newest entries, newest first.
     *
     * @param after what the page before gave for the next one
     */
    public Page newest(int most, Optional<String> after) {
        Table.Query newest = Table.Query.of(BY_TIME).descending().limit(most);
        Table.Page page = table.query(after.map(newest::after).orElse(newest));
        return new Page(
                page.items().stream().map(Table.Item::document).map(AuditStore::decode).toList(),
                page.next());
    }

    private static Table.Key lastKey(String kind, String id) {
        return new Table.Key(LAST, kind + "/" + id);
    }

    private static String encode(AuditEntry entry) {
        ObjectNode json = Fields.JSON.createObjectNode();
        json.put("at", entry.at().toString());
        json.put("who", entry.who());
        json.put("action", entry.action());
        json.put("kind", entry.kind());
        json.put("id", entry.id());
        json.put("version", entry.version());
        entry.before().ifPresent(before -> json.set("before", Fields.JSON.readTree(before)));
        entry.after().ifPresent(after -> json.set("after", Fields.JSON.readTree(after)));
        return Fields.JSON.writeValueAsString(json);
    }

    private static AuditEntry decode(String document) {
        Fields json = Fields.parse("audit", document);
        AuditEntry entry =
                new AuditEntry(
                        json.instant("at"),
                        json.text("who"),
                        json.text("action"),
                        json.text("kind"),
                        json.text("id"),
                        json.whole("version"),
                        json.optionalJson("before"),
                        json.optionalJson("after"));
        json.end();
        return entry;
    }

    private static String encodeLast(AuditEntry entry) {
        ObjectNode json = Fields.JSON.createObjectNode();
        json.put("who", entry.who());
        json.put("at", entry.at().toString());
        json.put("version", entry.version());
        return Fields.JSON.writeValueAsString(json);
    }

    private static Last decodeLast(String document) {
        Fields json = Fields.parse("audit-last", document);
        Last last = new Last(json.text("who"), json.instant("at"), json.whole("version"));
        json.end();
        return last;
    }
}
