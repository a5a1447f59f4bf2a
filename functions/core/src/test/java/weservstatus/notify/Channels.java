package weservstatus.notify;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One channel of every kind that takes HTTP requests, for tests, also of those who send. */
public final class Channels {
    private static final ChannelHead HEAD = ChannelHead.of(new ChannelId("ops"));
    private static final SecretName URL = new SecretName("URL");
    private static final SecretName KEY = new SecretName("KEY");
    private static final SecretName TOKEN = new SecretName("TOKEN");
    private static final SecretName BOT = new SecretName("BOT");
    private static final SecretName ROUTING = new SecretName("ROUTING");

    private Channels() {}

    /**
     * One of each.
     *
     * @param server where the receiver is
     */
    public static List<HttpChannel> at(URI server) {
        return List.of(
                new WebhookChannel(HEAD, server.resolve("/hook"), Optional.of(KEY), true),
                new SlackChannel(HEAD, URL, true),
                new DiscordChannel(HEAD, URL, true),
                new TeamsChannel(HEAD, URL, true),
                new TelegramChannel(HEAD, server, "-1001234567890", BOT, true),
                new NtfyChannel(HEAD, server, "weserv", Optional.of(TOKEN), true),
                new PagerDutyChannel(HEAD, server, ROUTING, true),
                new AlertmanagerChannel(HEAD, server, Optional.of(TOKEN), true));
    }

    /** A secret for each name, every one of them easy to find again. */
    public static Map<SecretName, String> secrets(URI server) {
        return Map.of(
                URL, server + "/services/T00000000/B00000000/SECRETSECRETSECRETSECRET",
                KEY, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                TOKEN, "tk_SECRETSECRETSECRETSECRETSECRE",
                BOT, "110201543:SECRETSECRETSECRETSECRETSECRETSECR",
                ROUTING, "SECRETSECRETSECRETSECRETSECRETSE");
    }

    /** As in {@code slack}. */
    public static String kind(Channel channel) {
        String name = channel.getClass().getSimpleName();
        return name.substring(0, name.length() - "Channel".length()).toLowerCase(Locale.ROOT);
    }
}
