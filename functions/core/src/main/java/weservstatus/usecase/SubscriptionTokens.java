package weservstatus.usecase;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import weservstatus.text.KeyedDigest;
import weservstatus.text.ShortId;

/**
 * What the links in mails carry: an id and its code of authentication. No token is stored; without
 * the key, which lies outside the table, nobody who reads the table can make one.
 */
public final class SubscriptionTokens {
    private static final int ID = 12;
    private static final int SHORTEST_KEY = 32;

    private final KeyedDigest key;

    /**
     * @param key random, at least 32 bytes
     */
    public SubscriptionTokens(byte[] key) {
        if (key.length < SHORTEST_KEY) {
            throw new IllegalArgumentException("a key has at least " + SHORTEST_KEY + " bytes");
        }
        this.key = new KeyedDigest(key);
    }

    /** The token of the subscription of this id. */
    String of(String id) {
        return id + Base64.getUrlEncoder().withoutPadding().encodeToString(code(id));
    }

    /** The id that the token was made of, absent when it was not made here. */
    Optional<String> id(String token) {
        if (token.length() <= ID || !ShortId.isValid(token.substring(0, ID))) {
            return Optional.empty();
        }
        String id = token.substring(0, ID);
        byte[] given = token.getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, of(id).getBytes(StandardCharsets.UTF_8))
                ? Optional.of(id)
                : Optional.empty();
    }

    private byte[] code(String id) {
        return key.of("subscription:" + id);
    }
}
