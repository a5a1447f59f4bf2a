package weservstatus.usecase;

import java.util.Optional;

/**
 * Who wants something changed, and on what condition.
 *
 * @param who as the audit record has it
 * @param expected version that the thing must still have, absent where any will do
 * @param key absent where repeating does no harm
 */
public record Mandate(String who, Optional<Long> expected, Optional<Key> key) {
    /**
     * What makes a repeat known.
     *
     * @param value chosen by the client, new for each thing to be created
     * @param digest of all that was sent: the same key must come with the same
     */
    public record Key(String value, String digest) {}

    /** Unique for this request, the same for every repeat of it. */
    String identity() {
        return who + ":" + key.map(Key::value).orElse("");
    }
}
