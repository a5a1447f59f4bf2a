package weservstatus.lambda;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import weservstatus.store.Table;
import weservstatus.store.Table.Item;

/**
 * An item as DynamoDB's attributes. A document that fits into one write unit of 1 KB is kept as
 * text; a larger one is compressed where that is shorter, since every further KB written or 4 KB
 * read costs a unit: a round of 20 checks is one unit instead of four.
 */
final class DynamoItem {
    static final String PARTITION = "pk";
    static final String SORT = "sk";
    static final String TEXT = "doc";

    /** The document in gzip, in place of {@link #TEXT}. */
    static final String COMPRESSED = "gz";

    static final String VERSION = "v";

    /** Seconds since 1970, as the table's time to live wants them. */
    static final String EXPIRES = "ttl";

    private static final int MAX_TEXT_BYTES = 1_024;

    private DynamoItem() {}

    static Map<String, AttributeValue> key(Table.Key key) {
        return Map.of(
                PARTITION, AttributeValue.fromS(key.partition()),
                SORT, AttributeValue.fromS(key.sort()));
    }

    static Map<String, AttributeValue> attributes(Item item) {
        Map<String, AttributeValue> attributes = new HashMap<>(key(item.key()));
        putDocument(item.document(), attributes);
        attributes.put(VERSION, number(item.version()));
        item.expires().ifPresent(at -> attributes.put(EXPIRES, number(at.getEpochSecond())));
        return attributes;
    }

    static Item item(Map<String, AttributeValue> attributes) {
        return new Item(
                new Table.Key(text(attributes, PARTITION), text(attributes, SORT)),
                document(attributes),
                Long.parseLong(required(attributes, VERSION).n()),
                Optional.ofNullable(attributes.get(EXPIRES))
                        .map(value -> Instant.ofEpochSecond(Long.parseLong(value.n()))));
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private static void putDocument(String document, Map<String, AttributeValue> attributes) {
        byte[] text = document.getBytes(StandardCharsets.UTF_8);
        byte[] compressed = text.length > MAX_TEXT_BYTES ? compress(text) : text;
        if (compressed.length < text.length) {
            SdkBytes bytes = SdkBytes.fromByteArrayUnsafe(compressed);
            attributes.put(COMPRESSED, AttributeValue.fromB(bytes));
        } else {
            attributes.put(TEXT, AttributeValue.fromS(document));
        }
    }

    private static String document(Map<String, AttributeValue> attributes) {
        return attributes.containsKey(COMPRESSED)
                ? expand(required(attributes, COMPRESSED).b())
                : text(attributes, TEXT);
    }

    private static byte[] compress(byte[] text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String expand(SdkBytes compressed) {
        try (GZIPInputStream gzip =
                new GZIPInputStream(new ByteArrayInputStream(compressed.asByteArrayUnsafe()))) {
            byte[] text = gzip.readNBytes(Table.MAX_DOCUMENT_BYTES + 1);
            return new String(text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Map<String, AttributeValue> attributes, String name) {
        return required(attributes, name).s();
    }

    private static AttributeValue required(Map<String, AttributeValue> attributes, String name) {
        return Optional.ofNullable(attributes.get(name))
                .orElseThrow(() -> new IllegalStateException("an item has no attribute " + name));
    }
}
