package weservstatus.config;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import weservstatus.notify.SecretName;

/** What the kinds of channels are described by. */
final class ChannelParts {
    private static final String SECRET_OF = "Name of the secret that holds ";

    static final Field<Reader.Located<URI>> URL =
            Field.required(
                    "url", Urls.any().located(), "Where to send.", "url: https://example.org/hook");
    static final Field<String> CHAT =
            Field.required(
                    "chat",
                    text("-?[0-9]{1,20}|@[A-Za-z][A-Za-z0-9_]{4,31}", "a chat", "-1001234567890"),
                    "Number of the chat, or @name of a public channel.",
                    "chat: \"-1001234567890\"");
    static final Field<String> TOPIC =
            Field.required(
                    "topic",
                    text("[A-Za-z0-9_-]{1,64}", "a topic", "weserv-3f7a"),
                    "Whoever knows it can read it, where the server asks for no token.",
                    "topic: weserv-3f7a");
    static final Field<String> REPOSITORY =
            Field.required(
                    "repository",
                    text("[A-Za-z0-9-]{1,39}/[A-Za-z0-9._-]{1,100}", "a repository", "owner/name"),
                    "Owner and name of the repository.",
                    "repository: owner/name");
    static final Field<String> ARN =
            Field.required(
                    "topic",
                    text(
                            "arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}",
                            "the ARN of a topic",
                            "arn:aws:sns:eu-central-1:123456789012:status"),
                    "ARN of the topic; only the edition on AWS sends there.",
                    "topic: arn:aws:sns:eu-central-1:123456789012:status");
    static final Field<List<String>> TO =
            Field.required(
                    "to",
                    new ListOf<>("address", 50, MailFields.address()),
                    "Who is written to.",
                    "to: [ops@example.org]");

    static final Field<SecretName> SIGNING_KEY =
            secretOrNone("the key that signs, whsec_ and Base64", "unsigned");
    static final Field<SecretName> ADDRESS = secret("the address of the webhook");
    static final Field<SecretName> BOT_TOKEN = secret("the token of the bot");
    static final Field<SecretName> ROUTING_KEY = secret("the integration key");
    static final Field<SecretName> GITHUB_TOKEN =
            secret("a token that may write issues and set labels");
    static final Field<SecretName> ACCESS_TOKEN =
            secretOrNone("an access token", "no token is sent");

    static final Field<Reader.Located<URI>> BOT_SERVER = server("https://api.telegram.org");
    static final Field<Reader.Located<URI>> NTFY_SERVER = server("https://ntfy.sh");
    static final Field<Reader.Located<URI>> EVENTS_SERVER = server("https://events.pagerduty.com");
    static final Field<Reader.Located<URI>> GITHUB_SERVER = server("https://api.github.com");
    static final Field<Reader.Located<URI>> ALERTMANAGER =
            Field.required(
                    "server",
                    Urls.folder().located(),
                    "Where it is.",
                    "server: http://127.0.0.1:9093");

    private ChannelParts() {}

    private static Field<SecretName> secret(String what) {
        return Field.required("secret", secretName(), SECRET_OF + what + ".", "secret: MY_SECRET");
    }

    private static Field<SecretName> secretOrNone(String what, String otherwise) {
        return Field.optional("secret", secretName(), SECRET_OF + what + ".", otherwise);
    }

    private static Field<Reader.Located<URI>> server(String usual) {
        return Field.optional("server", Urls.folder().located(), "Where it is.", usual);
    }

    /**
     * By what a secret is found; the file never holds it. What stands there instead is not
     * repeated: it may be the secret itself.
     */
    static Reader<SecretName> secretName() {
        return Reader.of(
                (spot, reading) -> {
                    Optional<SecretName> name =
                            Optional.of(spot.node())
                                    .filter(ScalarNode.class::isInstance)
                                    .map(node -> ((ScalarNode) node).getValue())
                                    .filter(SecretName::isValid)
                                    .map(SecretName::new);
                    if (name.isEmpty()) {
                        reading.refuse(
                                spot,
                                "is not the name of a secret",
                                "write one like SLACK_URL, and put the secret into"
                                        + " WESERV_SECRET_SLACK_URL");
                    }
                    return name;
                },
                Map.of("type", "string", "pattern", "^[A-Z][A-Z0-9_]{0,62}$"));
    }

    private static Reader<String> text(String pattern, String what, String example) {
        Pattern compiled = Pattern.compile(pattern);
        return new Scalar<>(
                Set.of(Tag.STR),
                text -> Optional.of(text).filter(compiled.asMatchPredicate()),
                new Refusal("is not " + what, "write one like \"" + example + '"'),
                Map.of("type", "string", "pattern", "^(" + pattern + ")$"));
    }
}
