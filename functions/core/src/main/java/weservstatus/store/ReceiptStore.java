package weservstatus.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.store.Table.Write;

/**
 * What was done for which request, so that a request that is repeated is answered again and carried
 * out once.
 */
public final class ReceiptStore {
    /** Longer than anybody repeats a request whose answer was lost. */
    private static final Duration KEPT = Duration.ofDays(7);

    private static final String PARTITION = "receipt";

    private final Table table;

    public ReceiptStore(Table table) {
        this.table = table;
    }

    /**
     * What a request did.
     *
     * @param identity of the request
     * @param digest of all that was sent
     * @param id of the thing
     * @param document the thing as it was kept then
     * @param created whether the request was for a new thing
     */
    public record Receipt(
            String identity,
            String digest,
            String id,
            String document,
            long version,
            boolean created) {}

    public Optional<Receipt> find(String identity) {
        return table.get(key(identity)).map(item -> decode(identity, item.document()));
    }

    /** What writes the receipt, as part of a transaction that fails when there is one. */
    public Write writing(Receipt receipt, Instant now) {
        Table.Item item =
                new Table.Item(
                        key(receipt.identity()), encode(receipt), 0, Optional.of(now.plus(KEPT)));
        return new Write.Put(item, Table.Condition.ABSENT);
    }

    /** Hashed: the client chose it, and it may be long. */
    private static Table.Key key(String identity) {
        return new Table.Key(PARTITION, Sha256Hex.of(identity.getBytes(StandardCharsets.UTF_8)));
    }

    private static String encode(Receipt receipt) {
        ObjectNode json = Fields.JSON.createObjectNode();
        json.put("digest", receipt.digest());
        json.put("id", receipt.id());
        json.put("version", receipt.version());
        json.put("created", receipt.created());
        json.set("document", Fields.JSON.readTree(receipt.document()));
        return Fields.JSON.writeValueAsString(json);
    }

    private static Receipt decode(String identity, String document) {
        Fields json = Fields.parse("receipt", document);
        Receipt receipt =
                new Receipt(
                        identity,
                        json.text("digest"),
                        json.text("id"),
                        json.optionalJson("document").orElse("{}"),
                        json.whole("version"),
                        json.flag("created"));
        json.end();
        return receipt;
    }
}
