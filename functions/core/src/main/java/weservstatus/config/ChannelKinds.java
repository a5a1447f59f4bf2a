package weservstatus.config;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import weservstatus.notify.AlertmanagerChannel;
import weservstatus.notify.Channel;
import weservstatus.notify.ChannelHead;
import weservstatus.notify.DiscordChannel;
import weservstatus.notify.GithubChannel;
import weservstatus.notify.MailChannel;
import weservstatus.notify.NtfyChannel;
import weservstatus.notify.PagerDutyChannel;
import weservstatus.notify.SlackChannel;
import weservstatus.notify.SnsChannel;
import weservstatus.notify.TeamsChannel;
import weservstatus.notify.TelegramChannel;
import weservstatus.notify.WebhookChannel;

/** The kinds of channels: one key each, of which a channel has exactly one. */
final class ChannelKinds {
    private static final Field<Section> MAIL =
            kind("mail", "Mail, over the server of mail.", ChannelParts.TO);

    /** Makes a channel of what its kind says. */
    @FunctionalInterface
    private interface Making {
        Channel make(Section kind, ChannelHead head, boolean privateAllowed);
    }

    private record Made(Field<Section> kind, Making making) {}

    /** Every kind, and what it becomes. */
    private static final List<Made> ALL =
            List.of(
                    new Made(
                            kind(
                                    "webhook",
                                    "JSON by POST, signed as Standard Webhooks has it.",
                                    ChannelParts.URL,
                                    ChannelParts.SIGNING_KEY),
                            (at, head, open) ->
                                    new WebhookChannel(
                                            head,
                                            at.of(ChannelParts.URL).value(),
                                            at.find(ChannelParts.SIGNING_KEY),
                                            open)),
                    new Made(
                            kind("slack", "A channel of Slack.", ChannelParts.ADDRESS),
                            (at, head, open) ->
                                    new SlackChannel(head, at.of(ChannelParts.ADDRESS), open)),
                    new Made(
                            kind("discord", "A channel of Discord.", ChannelParts.ADDRESS),
                            (at, head, open) ->
                                    new DiscordChannel(head, at.of(ChannelParts.ADDRESS), open)),
                    new Made(
                            kind("teams", "A workflow of Microsoft Teams.", ChannelParts.ADDRESS),
                            (at, head, open) ->
                                    new TeamsChannel(head, at.of(ChannelParts.ADDRESS), open)),
                    new Made(
                            kind(
                                    "telegram",
                                    "A chat of Telegram.",
                                    ChannelParts.CHAT,
                                    ChannelParts.BOT_TOKEN,
                                    ChannelParts.BOT_SERVER),
                            (at, head, open) ->
                                    new TelegramChannel(
                                            head,
                                            server(
                                                    at,
                                                    ChannelParts.BOT_SERVER,
                                                    "https://api.telegram.org"),
                                            at.of(ChannelParts.CHAT),
                                            at.of(ChannelParts.BOT_TOKEN),
                                            open)),
                    new Made(
                            kind(
                                    "ntfy",
                                    "A topic of ntfy.",
                                    ChannelParts.TOPIC,
                                    ChannelParts.ACCESS_TOKEN,
                                    ChannelParts.NTFY_SERVER),
                            (at, head, open) ->
                                    new NtfyChannel(
                                            head,
                                            server(at, ChannelParts.NTFY_SERVER, "https://ntfy.sh"),
                                            at.of(ChannelParts.TOPIC),
                                            at.find(ChannelParts.ACCESS_TOKEN),
                                            open)),
                    new Made(
                            kind(
                                    "pagerduty",
                                    "A service of PagerDuty.",
                                    ChannelParts.ROUTING_KEY,
                                    ChannelParts.EVENTS_SERVER),
                            (at, head, open) ->
                                    new PagerDutyChannel(
                                            head,
                                            server(
                                                    at,
                                                    ChannelParts.EVENTS_SERVER,
                                                    "https://events.pagerduty.com"),
                                            at.of(ChannelParts.ROUTING_KEY),
                                            open)),
                    new Made(
                            kind(
                                    "alertmanager",
                                    "An Alertmanager of Prometheus.",
                                    ChannelParts.ALERTMANAGER,
                                    ChannelParts.ACCESS_TOKEN),
                            (at, head, open) ->
                                    new AlertmanagerChannel(
                                            head,
                                            at.of(ChannelParts.ALERTMANAGER).value(),
                                            at.find(ChannelParts.ACCESS_TOKEN),
                                            open)),
                    new Made(
                            kind(
                                    "github",
                                    "One issue for each incident.",
                                    ChannelParts.REPOSITORY,
                                    ChannelParts.GITHUB_TOKEN,
                                    ChannelParts.GITHUB_SERVER),
                            (at, head, open) ->
                                    new GithubChannel(
                                            head,
                                            server(
                                                    at,
                                                    ChannelParts.GITHUB_SERVER,
                                                    "https://api.github.com"),
                                            at.of(ChannelParts.REPOSITORY),
                                            at.of(ChannelParts.GITHUB_TOKEN),
                                            open)),
                    new Made(
                            MAIL,
                            (at, head, open) -> new MailChannel(head, at.of(ChannelParts.TO))),
                    new Made(
                            kind("sns", "A topic of Amazon SNS.", ChannelParts.ARN),
                            (at, head, open) -> new SnsChannel(head, at.of(ChannelParts.ARN))));

    static final List<Field<Section>> KINDS = ALL.stream().map(Made::kind).toList();

    private ChannelKinds() {}

    /** A channel is of exactly one kind, and asks without TLS only where that is allowed. */
    static void apply(Section channel, Reading reading) {
        List<Field<Section>> given = KINDS.stream().filter(channel::has).toList();
        if (given.size() != 1) {
            reading.refuse(
                    given.isEmpty() ? channel.spot() : channel.spotOf(given.get(1)),
                    given.isEmpty()
                            ? "the channel is of no kind"
                            : "the channel has " + names(given) + " at once",
                    given.isEmpty()
                            ? "add one of " + names(KINDS)
                            : "split it into several channels");
        }
        if (!channel.orElse(ChannelFields.ALLOW_PRIVATE, false)) {
            given.forEach(kind -> channel.find(kind).ifPresent(each -> requireTls(each, reading)));
        }
    }

    private static void requireTls(Section kind, Reading reading) {
        List.of(
                        ChannelParts.URL,
                        ChannelParts.BOT_SERVER,
                        ChannelParts.NTFY_SERVER,
                        ChannelParts.EVENTS_SERVER,
                        ChannelParts.GITHUB_SERVER,
                        ChannelParts.ALERTMANAGER)
                .stream()
                .flatMap(field -> kind.find(field).stream())
                .filter(url -> url.value().getScheme().equals("http"))
                .forEach(url ->
                        reading.refuse(
                                url.spot(),
                                url.spot().shown() + " is asked without TLS",
                                "write https, or allowPrivate: true for a receiver in your own"
                                        + " network"));
    }

    private static String names(List<Field<Section>> kinds) {
        return kinds.stream().map(Field::name).collect(Collectors.joining(", "));
    }

    static Map<String, Object> schema() {
        return Map.of(
                "oneOf",
                KINDS.stream()
                        .map(kind -> Map.<String, Object>of("required", List.of(kind.name())))
                        .toList());
    }

    /** Whether the channel needs the mail server. */
    static boolean isMail(Section channel) {
        return channel.has(MAIL);
    }

    /** Of a channel in which nothing was refused. */
    static Channel channel(Section section, ChannelHead head, boolean privateAllowed) {
        Made made = ALL.stream().filter(each -> section.has(each.kind())).findFirst().orElseThrow();
        return made.making().make(section.of(made.kind()), head, privateAllowed);
    }

    private static URI server(Section kind, Field<Reader.Located<URI>> field, String usual) {
        return kind.find(field).map(Reader.Located::value).orElseGet(() -> URI.create(usual));
    }

    private static Field<Section> kind(String name, String description, Field<?>... fields) {
        return Field.optional(
                name,
                new SectionReader("a " + name + " channel", fields),
                description,
                "no such kind");
    }
}
