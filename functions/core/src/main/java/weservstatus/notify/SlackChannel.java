package weservstatus.notify;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An incoming webhook of Slack, or of what speaks like it.
 *
 * <p>Limits: 150 characters of a header (docs.slack.dev/reference/block-kit/blocks/header-block),
 * 3,000 of a section's text (…/blocks/section-block), 40,000 of {@code text} before Slack cuts it
 * (docs.slack.dev/reference/methods/chat.postMessage). Slack asks to escape {@code & < >}; mentions
 * and links are made of nothing else. The receiver cannot tell repeats.
 *
 * @param secret names the webhook's address, which is a secret
 */
public record SlackChannel(ChannelHead head, SecretName secret, boolean privateAllowed)
        implements HttpChannel {
    private static final int MOST_HEADER = 150;
    private static final int MOST_SECTION = 3_000;

    @Override
    public Optional<Post> post(
            Message message, Function<SecretName, Optional<String>> secrets, Instant now) {
        return toAddress(secrets.apply(secret), body(message));
    }

    private static String body(Message message) {
        ObjectNode json = MessageJson.JSON.createObjectNode();
        json.put("text", Dialect.ANGLE_BRACKETS.subject(message, MOST_SECTION));
        json.put("unfurl_links", false);
        json.put("unfurl_media", false);
        ArrayNode blocks = json.putArray("blocks");
        ObjectNode header = blocks.addObject();
        header.put("type", "header");
        text(header, "plain_text", Dialect.PLAIN.subject(message, MOST_HEADER)).put("emoji", false);
        ObjectNode section = blocks.addObject();
        section.put("type", "section");
        text(section, "mrkdwn", Dialect.ANGLE_BRACKETS.body(message, MOST_SECTION))
                .put("verbatim", true);
        return json.toString();
    }

    private static ObjectNode text(ObjectNode block, String type, String text) {
        ObjectNode json = block.putObject("text");
        json.put("type", type);
        json.put("text", text);
        return json;
    }
}
