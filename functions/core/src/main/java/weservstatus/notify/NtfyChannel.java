package weservstatus.notify;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.incident.Impact;

/**
 * A topic of an ntfy server.
 *
 * <p>Limit: 4,096 bytes of a message; a longer one becomes an attached file
 * (docs.ntfy.sh/publish/#limitations). It is sent as plain text, so nothing in it is markup. The
 * receiver cannot tell repeats.
 *
 * @param server such as {@code https://ntfy.sh}
 * @param secret names the access token; absent for topics that anybody may write to
 */
public record NtfyChannel(
        ChannelHead head,
        URI server,
        String topic,
        Optional<SecretName> secret,
        boolean privateAllowed)
        implements HttpChannel {
    private static final int MOST_TITLE = 250;
    private static final int MOST_BYTES = 4_096;

    @Override
    public Optional<Post> post(
            Message message, Function<SecretName, Optional<String>> secrets, Instant now) {
        return secret.isEmpty()
                ? Optional.of(Post.json(server, Map.of(), body(message)))
                : secrets.apply(secret.get())
                        .flatMap(HttpChannel::bearer)
                        .map(headers -> Post.json(server, headers, body(message)));
    }

    private String body(Message message) {
        ObjectNode json = MessageJson.JSON.createObjectNode();
        json.put("topic", topic);
        json.put("title", Dialect.PLAIN.subject(message, MOST_TITLE));
        json.put("message", Dialect.BYTES.body(message, MOST_BYTES));
        json.put("priority", priority(message));
        json.putArray("tags").add(tag(message));
        json.put("click", message.look().link().toASCIIString());
        return json.toString();
    }

    /** Of 1 to 5; 3 is ordinary, 4 and 5 make more noise. */
    private static int priority(Message message) {
        return switch (message.event()) {
            case OPENED, REMINDER, GROUPED -> ofImpact(message.heading().impact());
            case UPDATE, RESOLVED, STARTED, OVERRUN, ENDED, CANCELLED, UNSTABLE, TEST -> 3;
            case PLANNED -> 2;
        };
    }

    private static int ofImpact(Impact impact) {
        return switch (impact) {
            case NONE, MINOR -> 3;
            case MAJOR -> 4;
            case CRITICAL -> 5;
        };
    }

    /** Words that ntfy shows as pictures (docs.ntfy.sh/emojis). */
    private static String tag(Message message) {
        return switch (message.event()) {
            case OPENED, REMINDER, UNSTABLE, GROUPED -> "warning";
            case UPDATE, TEST -> "information_source";
            case RESOLVED, ENDED -> "white_check_mark";
            case PLANNED, STARTED, OVERRUN, CANCELLED -> "construction";
        };
    }
}
