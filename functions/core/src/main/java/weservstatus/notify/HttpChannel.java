package weservstatus.notify;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A channel that takes each message as one HTTP request. */
public sealed interface HttpChannel extends Channel
        permits WebhookChannel,
                SlackChannel,
                DiscordChannel,
                TeamsChannel,
                TelegramChannel,
                NtfyChannel,
                PagerDutyChannel,
                AlertmanagerChannel {

    /** Whether the receiver may lie in a private network, and may be asked without TLS. */
    boolean privateAllowed();

    /**
     * The request for one message; absent when a secret is missing or is not what the receiver
     * needs.
     *
     * @param secrets the value of a secret, where there is one
     * @param now moment of this attempt
     */
    Optional<Post> post(
            Message message, Function<SecretName, Optional<String>> secrets, Instant now);

    /** The secret as the receiver's address: https, or http too where that is allowed. */
    default Optional<URI> address(String secret) {
        try {
            return Optional.of(new URI(secret.strip())).filter(this::isUsable);
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }

    /** JSON to the address that a secret is, as chats want it; absent when it is none. */
    default Optional<Post> toAddress(Optional<String> secret, String json) {
        return secret.flatMap(this::address).map(url -> Post.json(url, Map.of(), json));
    }

    /** The header that shows a token; absent when the secret cannot stand in a header. */
    static Optional<Map<String, String>> bearer(String secret) {
        return Optional.of(secret.strip())
                .filter(token -> token.matches("[!-~]+"))
                .map(token -> Map.of("Authorization", "Bearer " + token));
    }

    private boolean isUsable(URI uri) {
        boolean secure = "https".equals(uri.getScheme());
        boolean plain = privateAllowed() && "http".equals(uri.getScheme());
        return (secure || plain) && uri.getHost() != null && uri.getRawUserInfo() == null;
    }
}
