package weservstatus.notify;

import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * Mirrors each incident and each planned work as one issue of a GitHub repository: every message is
 * a comment, and the issue is closed when the thing is over. What is there already is known by
 * marks in the texts, so a repeat adds nothing.
 *
 * <p>Limits: 65,536 characters of a text and 256 of a title, by GitHub's own error messages. The
 * texts of others stand in a code block, where nothing mentions, links or hides.
 *
 * @param server normally {@code https://api.github.com}
 * @param repository as in {@code owner/name}
 * @param secret names a token that may read and write issues and set labels
 */
public record GithubChannel(
        ChannelHead head, URI server, String repository, SecretName secret, boolean privateAllowed)
        implements Channel {
    /** By which the issues are found again. */
    public static final String LABEL = "weserv-status";

    private static final int MOST_TITLE = 250;
    private static final int MOST_TEXT = 60_000;
    private static final Pattern FENCES = Pattern.compile("~+");

    /** What a request needs but its body. */
    private Map<String, String> headers(String token) {
        return Map.of(
                "Authorization",
                "Bearer " + token.strip(),
                "Accept",
                "application/vnd.github+json",
                "X-GitHub-Api-Version",
                "2022-11-28");
    }

    /**
     * Asks for our issues, the newest first.
     *
     * @param page from 1
     */
    public Post list(int page, String token) {
        String query = "?state=all&per_page=100&labels=" + LABEL + "&page=" + page;
        return new Post("GET", issues(query), headers(token), "");
    }

    /** Asks for the comments of an issue, the oldest first. */
    public Post comments(long number, int page, String token) {
        String query = "/" + number + "/comments?per_page=100&page=" + page;
        return new Post("GET", issues(query), headers(token), "");
    }

    /** Opens the issue with the message as its text. */
    public Post open(Message message, String token) {
        ObjectNode json = MessageJson.JSON.createObjectNode();
        json.put("title", Dialect.PLAIN.line(title(message), MOST_TITLE));
        json.put("body", text(message) + threadMark(message) + "\n" + messageMark(message));
        json.putArray("labels").add(LABEL);
        return new Post("POST", issues(""), headers(token), json.toString());
    }

    /** Adds the message. */
    public Post comment(long number, Message message, String token) {
        ObjectNode json = MessageJson.JSON.createObjectNode();
        json.put("body", text(message) + messageMark(message));
        return new Post(
                "POST", issues("/" + number + "/comments"), headers(token), json.toString());
    }

    /** Closes the issue, or opens it again. */
    public Post state(long number, boolean open, String token) {
        ObjectNode json = MessageJson.JSON.createObjectNode();
        json.put("state", open ? "open" : "closed");
        return new Post("PATCH", issues("/" + number), headers(token), json.toString());
    }

    /** Whether the text of an issue says that it mirrors what the message is about. */
    public static boolean mirrors(String text, Message message) {
        return text.contains("\n" + threadMark(message) + "\n<!-- weserv-status message ");
    }

    /** Whether the text of an issue or a comment is this message. */
    public static boolean holds(String text, Message message) {
        return text.stripTrailing().endsWith("\n" + messageMark(message));
    }

    /** Whether the issue is to be closed after this message. */
    public static boolean closes(Message message) {
        return switch (message.event()) {
            case RESOLVED, ENDED, CANCELLED, TEST -> true;
            case OPENED, UPDATE, PLANNED, REMINDER, STARTED, OVERRUN, UNSTABLE, GROUPED -> false;
        };
    }

    /** Every try of the channel gets an issue of its own. */
    private static String threadMark(Message message) {
        String thread =
                message.event() == Event.TEST ? "test-" + message.id() : message.about().thread();
        return "<!-- weserv-status thread " + thread + " -->";
    }

    private static String messageMark(Message message) {
        return "<!-- weserv-status message " + message.id() + " -->";
    }

    private static String title(Message message) {
        return message.heading().title() + " (" + message.page() + ")";
    }

    private static String text(Message message) {
        String body = Dialect.PLAIN.body(message, MOST_TEXT);
        String fence = fence(body);
        return "**%s** ([status page](%s))\n\n%s\n%s\n%s\n\n"
                .formatted(
                        MessageText.headline(message),
                        message.look().link().toASCIIString(),
                        fence,
                        body,
                        fence);
    }

    /** Longer than any that the text holds, so that the text cannot end it. */
    private static String fence(String text) {
        int longest =
                FENCES.matcher(text)
                        .results()
                        .mapToInt(run -> run.end() - run.start())
                        .max()
                        .orElse(0);
        return "~".repeat(Math.max(4, longest + 1));
    }

    private URI issues(String rest) {
        return URI.create(server + "/repos/" + repository + "/issues" + rest);
    }

    @Override
    public boolean keepsThreads() {
        return true;
    }
}
