package weservstatus.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import weservstatus.check.ComponentId;

/**
 * All answers of the shape {@code {"component": …, "…": [the last n items]}} for one component.
 * They are cut from one row of items that is rendered and compressed once, so that asking for
 * another n every time costs no more than asking for the same.
 */
final class Slices {
    private static final byte[] FOOT = "]}".getBytes(StandardCharsets.UTF_8);

    private final byte[] head;
    private final PackedItems items;
    private final String tag;

    /**
     * @param list name of the array
     * @param items one JSON object each, oldest first, each below 32 KB
     */
    Slices(ComponentId component, String list, List<byte[]> items) {
        this.head = head(component, list);
        this.items = PackedItems.of(items);
        this.tag = EntityTag.digest(head, this.items.plain());
    }

    /** The answer with the last {@code n} items, or with all when there are fewer. */
    Rendered last(int n) {
        int from = Math.max(0, items.size() - n);
        return new Slice(head, items, FOOT, from, tag + "-" + n);
    }

    /** Ids are of {@code a-z0-9-} and need no escaping. */
    private static byte[] head(ComponentId component, String list) {
        String text = "{\"component\":\"" + component + "\",\"" + list + "\":[";
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
