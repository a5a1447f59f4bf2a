package weservstatus.store;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.check.LocationId;
import weservstatus.status.Reach;

/**
 * The latest published snapshot: the document lies in the blobs under a fixed name, where a CDN can
 * serve it too, and a small item beside it says which one it is. Each is one read.
 *
 * <p>The item is written first and never goes back to an older document, so a publisher that was
 * overtaken does not replace what is newer. For the moment between the two writes, and after a
 * process died there until the next publication, the document does not match the item's hash.
 */
public final class SnapshotStore {
    /** The name of the document among the blobs. */
    public static final String NAME = "snapshot/latest.json";

    private static final Table.Key KEY = new Table.Key("snapshot", "latest");

    /**
     * Which document is the latest.
     *
     * @param version counts publications, 1 and up
     * @param made when the document was made
     * @param sha256 of the document's bytes, in hexadecimal
     * @param reach how far it was found to hold, if anybody looked since then
     */
    public record Stamp(long version, Instant made, String sha256, Optional<Reach> reach) {}

    private final Table table;
    private final Blobs blobs;

    public SnapshotStore(Table table, Blobs blobs) {
        this.table = table;
        this.blobs = blobs;
    }

    /**
     * Whether the document is now the latest; false, and nothing changed, when one that was made
     * later is there already.
     */
    public boolean publish(Instant made, Blobs.Blob document) {
        String sha256 = sha256(document);
        Optional<Stamp> last = stamp();
        while (last.filter(stamp -> stamp.made().isAfter(made)).isEmpty()) {
            long version = last.map(Stamp::version).orElse(0L);
            if (stamped(new Stamp(version + 1, made, sha256, Optional.empty()))) {
                blobs.put(NAME, document);
                return true;
            }
            last = stamp();
        }
        return false;
    }

    /**
     * Writes down how far the latest document holds; the document itself is not touched.
     *
     * @param latest as it was read, or as this method returned it
     * @return absent, and nothing changed, when another document has become the latest
     */
    public Optional<Stamp> extend(Stamp latest, Reach reach) {
        Stamp next =
                new Stamp(latest.version() + 1, latest.made(), latest.sha256(), Optional.of(reach));
        return Optional.of(next).filter(this::stamped);
    }

    /** Whether the stamp was written over the version before it; one alone of many is. */
    private boolean stamped(Stamp stamp) {
        long before = stamp.version() - 1;
        Table.Condition condition =
                before == 0 ? Table.Condition.ABSENT : Table.Condition.versionIs(before);
        return table.put(item(stamp), condition);
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
        json.put("made", stamp.made().toString());
        json.put("sha256", stamp.sha256());
        stamp.reach().ifPresent(reach -> put(json, reach));
        return new Table.Item(
                KEY, Fields.JSON.writeValueAsString(json), stamp.version(), Optional.empty());
    }

    private static void put(ObjectNode json, Reach reach) {
        json.put("dataThrough", reach.dataThrough().toString());
        ObjectNode rounds = json.putObject("lastRounds");
        reach.lastRounds().forEach((id, at) -> rounds.put(id.value(), at.toString()));
    }

    private static Optional<Reach> reach(Fields json) {
        return json.optionalObject("lastRounds")
                .map(rounds ->
                        new Reach(
                                json.instant("dataThrough"),
                                rounds.names().stream()
                                        .collect(
                                                Collectors.toMap(
                                                        LocationId::new, rounds::instant))));
    }

    private static Stamp stamp(Table.Item item) {
        Fields json = Fields.parse("snapshot", item.document());
        Stamp stamp =
                new Stamp(item.version(), json.instant("made"), json.text("sha256"), reach(json));
        json.end();
        return stamp;
    }

    /** What a stamp says of the document, in hexadecimal. */
    public static String sha256(Blobs.Blob document) {
        return Sha256Hex.of(document.bytes());
    }
}
