package weservstatus.notify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A workflow of Microsoft Teams that starts "when a Teams webhook request is received": one
 * Adaptive Card.
 *
 * <p>Limit: 28 KB of a message, some of which is counted as UTF-16
 * (learn.microsoft.com/microsoftteams/limits-specifications-teams), so the text gets 6,000
 * characters. Texts of others stand in {@code TextRun}, which knows no Markdown
 * (adaptivecards.io/explorer/TextRun.html), while a {@code TextBlock} does. The receiver cannot
 * tell repeats.
 *
 * @param secret names the workflow's address, which is a secret
 */
public record TeamsChannel(ChannelHead head, SecretName secret, boolean privateAllowed)
        implements HttpChannel {
    private static final int MOST_TITLE = 300;
    private static final int MOST_TEXT = 6_000;
    private static final int MOST_LINES = 60;

    /** As many as there are facts, places to look and advice. */
    private static final int LAST_LINES = 14;

    @Override
    public Optional<Post> post(
            Message message, Function<SecretName, Optional<String>> secrets, Instant now) {
        return toAddress(secrets.apply(secret), body(message));
    }

    private static String body(Message message) {
        ObjectNode json = MessageJson.JSON.createObjectNode();
        json.put("type", "message");
        ObjectNode attachment = json.putArray("attachments").addObject();
        attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
        attachment.putNull("contentUrl");
        attachment.set("content", card(message));
        return json.toString();
    }

    private static ObjectNode card(Message message) {
        ObjectNode card = MessageJson.JSON.createObjectNode();
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        card.put("type", "AdaptiveCard");
        card.put("version", "1.4");
        card.put("fallbackText", Dialect.PLAIN.subject(message, MOST_TITLE));
        card.putObject("msteams").put("width", "Full");
        ArrayNode body = card.putArray("body");
        ObjectNode title = run(body, Dialect.PLAIN.subject(message, MOST_TITLE));
        title.put("size", "Large");
        title.put("weight", "Bolder");
        lines(message).forEach(line -> run(body, line));
        ObjectNode open = card.putArray("actions").addObject();
        open.put("type", "Action.OpenUrl");
        open.put("title", "Open the status page");
        open.put("url", message.look().link().toASCIIString());
        return card;
    }

    /** Where they are too many, those about what happened are cut; what follows them is kept. */
    private static List<String> lines(Message message) {
        List<String> all = all(message);
        if (all.size() <= MOST_LINES) {
            return all;
        }
        return Stream.of(
                        all.subList(0, MOST_LINES - LAST_LINES - 1),
                        List.of("…"),
                        all.subList(all.size() - LAST_LINES, all.size()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> all(Message message) {
        return Dialect.PLAIN
                .body(message, MOST_TEXT)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static ObjectNode run(ArrayNode body, String text) {
        ObjectNode block = body.addObject();
        block.put("type", "RichTextBlock");
        ObjectNode run = block.putArray("inlines").addObject();
        run.put("type", "TextRun");
        run.put("text", text);
        return run;
    }
}
