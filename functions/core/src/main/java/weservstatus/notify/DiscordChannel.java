package weservstatus.notify;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.incident.Impact;

/**
 * A webhook of Discord: one embed that mentions nobody.
 *
 * <p>Limits: 256 characters of a title, 4,096 of a description, 6,000 of all embeds, 2,000 of
 * {@code content}, which stays empty (discord.com/developers/docs/resources/message#embed-object).
 * The receiver cannot tell repeats.
 *
 * @param secret names the webhook's address, which is a secret
 */
public record DiscordChannel(ChannelHead head, SecretName secret, boolean privateAllowed)
        implements HttpChannel {
    private static final int MOST_TITLE = 256;
    private static final int MOST_DESCRIPTION = 4_096;

    @Override
    public Optional<Post> post(
            Message message, Function<SecretName, Optional<String>> secrets, Instant now) {
        return toAddress(secrets.apply(secret), body(message));
    }

    private static String body(Message message) {
        ObjectNode json = MessageJson.JSON.createObjectNode();
        json.putObject("allowed_mentions").putArray("parse");
        ObjectNode embed = json.putArray("embeds").addObject();
        embed.put("title", Dialect.DISCORD.subject(message, MOST_TITLE));
        embed.put("description", Dialect.DISCORD.body(message, MOST_DESCRIPTION));
        embed.put("url", message.look().link().toASCIIString());
        embed.put("color", colour(message));
        embed.put("timestamp", message.at().toString());
        return json.toString();
    }

    private static int colour(Message message) {
        return isOver(message) ? 0x2E7D32 : ofImpact(message.heading().impact());
    }

    private static boolean isOver(Message message) {
        return message.event() == Event.RESOLVED || message.event() == Event.ENDED;
    }

    private static int ofImpact(Impact impact) {
        return switch (impact) {
            case NONE -> 0x1565C0;
            case MINOR -> 0xF9A825;
            case MAJOR -> 0xEF6C00;
            case CRITICAL -> 0xC62828;
        };
    }
}
