package weservstatus.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The latest published snapshot: the document lies in the blobs under a fixed name, where a CDN can
 * serve it too, and a small item beside it says which one it is. Each is one read.
 *
 * <p>The item is written first and never goes back to an older version. Should the process die
 * before the document follows, the document stays the one before until the next publication; its
 * own time tells its age.
 */
public final class SnapshotStore {
    /** The name of the document among the blobs. */
    public static final String NAME = "snapshot/latest.json";

    private static final Table.Key KEY = new Table.Key("snapshot", "latest");

    /**
     * Which document is the latest.
     *
     * @param version counts publications, 1 and up
     * @param dataThrough what the document's data reach up to
     * @param sha256 of the document's bytes, in hexadecimal
     */
    public record Stamp(long version, Instant dataThrough, String sha256) {}

    private final Table table;
    private final Blobs blobs;

    public SnapshotStore(Table table, Blobs blobs) {
        this.table = table;
        this.blobs = blobs;
    }

    /**
     * Whether the document is now the latest; false, and nothing changed, when a document with
     * newer data, or another publisher, was there first.
     */
    public boolean publish(Instant dataThrough, Blobs.Blob document) {
        Optional<Stamp> last = stamp();
        if (last.isPresent() && last.get().dataThrough().isAfter(dataThrough)) {
            return false;
        }
        long version = last.map(Stamp::version).orElse(0L);
        Table.Condition condition =
                version == 0 ? Table.Condition.ABSENT : Table.Condition.versionIs(version);
        Stamp stamp = new Stamp(version + 1, dataThrough, sha256(document.bytes()));
        if (!table.put(item(stamp), condition)) {
            return false;
        }
        blobs.put(NAME, document);
        return true;
    }

    /** The latest document, from one read of the blobs. */
    public Optional<Blobs.Blob> find() {
        return blobs.get(NAME);
    }

    /** Which document is the latest, from one read of the table. */
    public Optional<Stamp> stamp() {
        return table.get(KEY).map(SnapshotStore::stamp);
    }

    private static Table.Item item(Stamp stamp) {
        ObjectNode json = Fields.JSON.createObjectNode();
        json.put("dataThrough", stamp.dataThrough().toString());
        json.put("sha256", stamp.sha256());
        return new Table.Item(
                KEY, Fields.JSON.writeValueAsString(json), stamp.version(), Optional.empty());
    }

    private static Stamp stamp(Table.Item item) {
        Fields json = Fields.parse("snapshot", item.document());
        Stamp stamp = new Stamp(item.version(), json.instant("dataThrough"), json.text("sha256"));
        json.end();
        return stamp;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
