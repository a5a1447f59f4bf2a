package weservstatus.notify;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * A chat of Telegram, written to by a bot.
 *
 * <p>Limit: 4,096 characters of a text after its markup was read
 * (core.telegram.org/bots/api#sendmessage); with {@code parse_mode: HTML}, {@code & < >} are
 * escaped (…#html-style). The receiver cannot tell repeats.
 *
 * @param server normally {@code https://api.telegram.org}
 * @param chat number of a chat, or {@code @name} of a public channel
 * @param secret names the bot's token
 */
public record TelegramChannel(
        ChannelHead head, URI server, String chat, SecretName secret, boolean privateAllowed)
        implements HttpChannel {
    private static final int MOST_TITLE = 300;
    private static final int MOST = 4_096;
    private static final Pattern TOKEN = Pattern.compile("\\d{1,20}:[A-Za-z0-9_-]{10,100}");

    @Override
    public Optional<Post> post(
            Message message, Function<SecretName, Optional<String>> secrets, Instant now) {
        return secrets.apply(secret)
                .map(String::strip)
                .filter(TOKEN.asMatchPredicate())
                .map(token -> URI.create(server + "/bot" + token + "/sendMessage"))
                .map(url -> Post.json(url, Map.of(), body(message)));
    }

    private String body(Message message) {
        String title = "<b>" + Dialect.ANGLE_BRACKETS.subject(message, MOST_TITLE) + "</b>\n\n";
        ObjectNode json = MessageJson.JSON.createObjectNode();
        json.put("chat_id", chat);
        json.put("parse_mode", "HTML");
        json.putObject("link_preview_options").put("is_disabled", true);
        json.put("text", title + Dialect.ANGLE_BRACKETS.body(message, MOST - title.length()));
        return json.toString();
    }
}
