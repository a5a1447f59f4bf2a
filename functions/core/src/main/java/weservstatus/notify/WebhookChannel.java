package weservstatus.notify;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON sent by POST, signed as Standard Webhooks has it. A repeat carries the same {@code
 * webhook-id}.
 *
 * @param secret names the key that signs, {@code whsec_} and 24 to 64 bytes in Base64; absent for
 *     receivers that check no signature
 * @param privateAllowed whether the address may lie in a private network
 */
public record WebhookChannel(
        ChannelHead head, URI url, Optional<SecretName> secret, boolean privateAllowed)
        implements HttpChannel {

    @Override
    public Optional<Post> post(
            Message message, Function<SecretName, Optional<String>> secrets, Instant now) {
        String body = body(message);
        Map<String, String> unsigned =
                Map.of(
                        "webhook-id",
                        message.id().value(),
                        "webhook-timestamp",
                        Long.toString(now.getEpochSecond()));
        return secret.isEmpty()
                ? Optional.of(Post.json(url, unsigned, body))
                : secrets.apply(secret.get())
                        .flatMap(key -> WebhookSignature.of(key, message.id().value(), now, body))
                        .map(signature -> Post.json(url, signed(unsigned, signature), body));
    }

    private static String body(Message message) {
        ObjectNode json = MessageJson.JSON.createObjectNode();
        json.put("type", MessageJson.type(message));
        json.put("timestamp", message.at().toString());
        json.set("data", MessageJson.of(message));
        return json.toString();
    }

    private static Map<String, String> signed(Map<String, String> headers, String signature) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("webhook-signature", signature);
        return all;
    }

    @Override
    public boolean keepsThreads() {
        return true;
    }
}
