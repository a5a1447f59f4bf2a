package weservstatus.notify;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import weservstatus.text.KeyedDigest;

/**
 * Signs as Standard Webhooks 1.0.0 has it (github.com/standard-webhooks/standard-webhooks,
 * spec/standard-webhooks.md): HMAC-SHA256 over {@code id.timestamp.body}.
 */
final class WebhookSignature {
    private static final String PREFIX = "whsec_";

    /** The specification's bounds of a key, in bytes. */
    private static final int SHORTEST = 24;

    private static final int LONGEST = 64;

    private WebhookSignature() {}

    /** The value of {@code webhook-signature}; absent when the secret is no key. */
    static Optional<String> of(String secret, String id, Instant at, String body) {
        String content = id + "." + at.getEpochSecond() + "." + body;
        return key(secret.strip()).map(key -> "v1," + sign(key, content));
    }

    private static Optional<byte[]> key(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
            return Optional.of(key).filter(k -> k.length >= SHORTEST && k.length <= LONGEST);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String sign(byte[] key, String content) {
        return Base64.getEncoder().encodeToString(new KeyedDigest(key).of(content));
    }
}
