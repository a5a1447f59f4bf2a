package weservstatus.usecase;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weservstatus.config.Connections;
import weservstatus.notify.MailServer;
import weservstatus.notify.SecretName;

/** The file names secrets that are not there; the message says all of them and what to do. */
public final class MissingSecret extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private MissingSecret(List<String> lines) {
        super(String.join("\n", lines));
    }

    /**
     * Looks for every secret that the file names.
     *
     * @throws MissingSecret when one is not there
     */
    public static void check(Connections connections, Secrets secrets) {
        List<String> lines =
                named(connections).entrySet().stream()
                        .filter(each -> secrets.find(each.getValue()).isEmpty())
                        .map(each ->
                                line(
                                        each.getKey(),
                                        each.getValue(),
                                        secrets.place(each.getValue())))
                        .toList();
        if (!lines.isEmpty()) {
            throw new MissingSecret(lines);
        }
    }

    private static Map<String, SecretName> named(Connections connections) {
        Map<String, SecretName> named = new LinkedHashMap<>();
        connections
                .channels()
                .forEach(channel -> put(named, "channel " + channel.id(), channel.needs()));
        put(
                named,
                "mail",
                connections.mail().flatMap(MailServer::login).map(MailServer.Login::secret));
        put(named, "pulse", connections.pulse());
        return named;
    }

    private static void put(
            Map<String, SecretName> named, String who, Optional<SecretName> secret) {
        secret.ifPresent(name -> named.put(who, name));
    }

    private static String line(String who, SecretName secret, String place) {
        return "%s: the secret %s is not set; put it into %s".formatted(who, secret, place);
    }
}
