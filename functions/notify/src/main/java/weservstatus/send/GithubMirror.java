package weservstatus.send;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.notify.Delivery;
import weservstatus.notify.GithubChannel;
import weservstatus.notify.Message;
import weservstatus.notify.Post;

/**
 * Brings an issue to where the message wants it. It looks first and does only what lacks, so it may
 * break off anywhere and begin again.
 */
final class GithubMirror {
    /** Of 100 each. */
    private static final int MOST_PAGES = 10;

    private static final JsonMapper JSON = JsonMapper.shared();

    private record Issue(long number, boolean isOpen, String text) {}

    /** A request that did not do what it should. */
    private static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Delivery delivery;

        Broken(Delivery delivery) {
            this.delivery = delivery;
        }
    }

    private final Wire wire;
    private final GithubChannel channel;
    private final String token;
    private final Redaction redaction;

    GithubMirror(Wire wire, GithubChannel channel, String token, Redaction redaction) {
        this.wire = wire;
        this.channel = channel;
        this.token = token;
        this.redaction = redaction;
    }

    Delivery mirror(Message message) {
        try {
            Optional<Issue> known = find(message);
            Issue issue =
                    known.isPresent() ? known.get() : issue(ask(channel.open(message, token)));
            if (!GithubChannel.holds(issue.text(), message) && !isThere(issue, message)) {
                ask(channel.comment(issue.number(), message, token));
            }
            boolean open = !GithubChannel.closes(message);
            if (issue.isOpen() != open) {
                ask(channel.state(issue.number(), open, token));
            }
            return Delivery.SENT;
        } catch (Broken e) {
            return e.delivery;
        }
    }

    private Optional<Issue> find(Message message) throws Broken {
        for (int page = 1; page <= MOST_PAGES; page++) {
            JsonNode issues = ask(channel.list(page, token));
            for (JsonNode json : issues) {
                Issue issue = issue(json);
                if (GithubChannel.mirrors(issue.text(), message)) {
                    return Optional.of(issue);
                }
            }
            if (issues.isEmpty()) {
                break;
            }
        }
        return Optional.empty();
    }

    private boolean isThere(Issue issue, Message message) throws Broken {
        for (int page = 1; page <= MOST_PAGES; page++) {
            JsonNode comments = ask(channel.comments(issue.number(), page, token));
            for (JsonNode comment : comments) {
                if (GithubChannel.holds(text(comment), message)) {
                    return true;
                }
            }
            if (comments.isEmpty()) {
                break;
            }
        }
        return false;
    }

    private static Issue issue(JsonNode json) {
        return new Issue(
                json.path("number").asLong(0),
                json.path("state").asString("open").equals("open"),
                text(json));
    }

    private static String text(JsonNode json) {
        return json.path("body").asString("").replace("\r\n", "\n");
    }

    private JsonNode ask(Post post) throws Broken {
        Reply reply = wire.send(post, channel.privateAllowed());
        if (!(reply instanceof Reply.Answered answer) || !answer.isGood()) {
            throw new Broken(limited(reply));
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw new Broken(new Delivery.Failed("GitHub's answer is no JSON", Optional.empty()));
        }
    }

    /** GitHub says 403 where others say 429 (docs.github.com, "Rate limits for the REST API"). */
    private Delivery limited(Reply reply) {
        boolean limited =
                reply instanceof Reply.Answered answer
                        && answer.status() == 403
                        && (answer.retryAfter().isPresent()
                                || answer.body().contains("rate limit"));
        Delivery delivery = Replies.delivery(reply, redaction);
        return limited && delivery instanceof Delivery.Refused(String reason)
                ? new Delivery.Failed(reason, ((Reply.Answered) reply).retryAfter())
                : delivery;
    }
}
