package weservstatus.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Tag;
import weservstatus.notify.MailServer;
import weservstatus.notify.MailServer.Login;
import weservstatus.notify.MailServer.Security;
import weservstatus.notify.SecretName;

/** How the server that takes our mail is written. */
final class MailFields {
    /** What mail clients call submission, and is sent in the clear to begin with. */
    private static final int SUBMISSION = 587;

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})*");

    private static final Field<Reader.Located<String>> SERVER =
            Field.required(
                    "server",
                    PlainFields.host().located(),
                    "Name of the server.",
                    "server: smtp.example.org");
    private static final Field<Integer> PORT =
            Field.optional(
                    "port", Scalars.wholeInt(1, 65_535), "Its port.", String.valueOf(SUBMISSION));
    private static final Field<Security> SECURITY =
            Field.optional(
                    "security",
                    Scalars.choice(words()),
                    "How the connection is kept from being read; none for this machine only.",
                    "starttls");
    private static final Field<String> FROM =
            Field.required("from", address(), "Whom mail comes from.", "from: status@example.org");
    private static final Field<String> USER =
            Field.optional("user", Scalars.line(200), "Name to log in with.", "no login");
    private static final Field<SecretName> SECRET =
            Field.optional(
                    "secret",
                    ChannelParts.secretName(),
                    "Name of the secret that holds the password.",
                    "no login");
    static final Field<Section> MAIL =
            Field.optional(
                    "mail",
                    new SectionReader("the mail server", SERVER, PORT, SECURITY, FROM, USER, SECRET)
                            .with(MailFields::apply),
                    "The server that takes our mail, to channels and to visitors who subscribe.",
                    "no mail is sent");

    private MailFields() {}

    private static void apply(Section mail, Reading reading) {
        boolean open = mail.find(SECURITY).filter(Security.NONE::equals).isPresent();
        mail.find(SERVER)
                .filter(server -> open && !MailServer.isThisMachine(server.value()))
                .ifPresent(server ->
                        reading.refuse(
                                server.spot(),
                                server.spot().shown() + " is another machine, asked without TLS",
                                "write security: starttls or tls"));
        if (mail.has(USER) != mail.has(SECRET)) {
            reading.refuse(
                    mail.spot(), "the login is half", "write user and secret, or neither of them");
        }
    }

    /** A channel of mail needs the server. */
    static void applyToChannels(Section root, Reading reading) {
        if (root.has(MAIL)) {
            return;
        }
        root.orElse(ChannelFields.CHANNELS, List.of()).stream()
                .filter(ChannelKinds::isMail)
                .forEach(channel ->
                        reading.refuse(
                                channel.spot(),
                                "there is no mail server",
                                "add mail: {server: smtp.example.org, from: status@example.org}"));
    }

    /** Of a section in which nothing was refused. */
    static MailServer server(Section mail) {
        return new MailServer(
                mail.of(SERVER).value(),
                mail.orElse(PORT, SUBMISSION),
                mail.orElse(SECURITY, Security.STARTTLS),
                mail.of(FROM),
                mail.find(USER).map(user -> new Login(user, mail.of(SECRET))));
    }

    static Reader<String> address() {
        return new Scalar<>(
                Set.of(Tag.STR),
                text -> Optional.of(text).filter(ADDRESS.asMatchPredicate()),
                new Refusal("is not an address of mail", "write one like ops@example.org"),
                Map.of("type", "string", "pattern", "^" + ADDRESS.pattern() + "$"));
    }

    private static Map<String, Security> words() {
        Map<String, Security> words = new LinkedHashMap<>();
        for (Security security : Security.values()) {
            words.put(security.name().toLowerCase(Locale.ROOT), security);
        }
        return words;
    }
}
