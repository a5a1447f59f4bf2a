package weservstatus.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import weservstatus.check.BeatToken;
import weservstatus.check.ComponentId;
import weservstatus.check.GroupId;
import weservstatus.incident.AlertDoor;
import weservstatus.incident.Impact;
import weservstatus.notify.AlertmanagerChannel;
import weservstatus.notify.Channel;
import weservstatus.notify.ChannelHead;
import weservstatus.notify.ChannelId;
import weservstatus.notify.DiscordChannel;
import weservstatus.notify.Event;
import weservstatus.notify.GithubChannel;
import weservstatus.notify.MailChannel;
import weservstatus.notify.MailServer;
import weservstatus.notify.MailServer.Security;
import weservstatus.notify.NtfyChannel;
import weservstatus.notify.PagerDutyChannel;
import weservstatus.notify.ReminderPace;
import weservstatus.notify.Route;
import weservstatus.notify.SecretName;
import weservstatus.notify.SlackChannel;
import weservstatus.notify.SnsChannel;
import weservstatus.notify.TeamsChannel;
import weservstatus.notify.TelegramChannel;
import weservstatus.notify.WebhookChannel;
import weservstatus.verdict.ComponentStatus;

class ConnectionsYamlTest {
    private static final String FILE =
            """
            page: {name: Example, url: "https://status.example.org/"}
            locations: [{id: here, name: Here}]
            targets: [{id: wsrv, url: "https://wsrv.nl"}]
            control: none
            groups: [{id: main, name: Main, components: [{id: website, name: Website}]}]
            checks:
              - {id: home, name: Home, component: website, path: /, cache: none, expect: [{status: 200}]}
            """;

    private static final SecretName A = new SecretName("A");

    @Test
    void withoutAWordNobodyIsConnected() {
        assertThat(connections("")).isEqualTo(Connections.NONE);
    }

    @Test
    void everyKindOfChannelIsRead() {
        Connections read =
                connections(
                        """
                        channels:
                          - id: c1
                            webhook: {url: "http://10.0.0.1/hook", secret: A}
                            allowPrivate: true
                          - {id: c2, slack: {secret: A}}
                          - {id: c3, discord: {secret: A}}
                          - {id: c4, teams: {secret: A}}
                          - {id: c5, telegram: {chat: "@status", secret: A}}
                          - {id: c6, ntfy: {topic: t, server: "https://ntfy.example.org/"}}
                          - {id: c7, pagerduty: {secret: A, server: "https://events.eu.pagerduty.com"}}
                          - {id: c8, alertmanager: {server: "http://am:9093", secret: A}, allowPrivate: true}
                          - {id: c9, github: {repository: weserv/status, secret: A}}
                          - {id: c10, mail: {to: [ops@example.org, "o'x+y@b.example"]}}
                          - {id: c11, sns: {topic: "arn:aws:sns:eu-central-1:123456789012:status"}}
                        mail: {server: localhost, port: 25, security: none, from: s@example.org}
                        """);

        assertThat(read.channels())
                .isEqualTo(
                        List.of(
                                new WebhookChannel(
                                        head(1),
                                        URI.create("http://10.0.0.1/hook"),
                                        Optional.of(A),
                                        true),
                                new SlackChannel(head(2), A, false),
                                new DiscordChannel(head(3), A, false),
                                new TeamsChannel(head(4), A, false),
                                new TelegramChannel(
                                        head(5),
                                        URI.create("https://api.telegram.org"),
                                        "@status",
                                        A,
                                        false),
                                new NtfyChannel(
                                        head(6),
                                        URI.create("https://ntfy.example.org"),
                                        "t",
                                        Optional.empty(),
                                        false),
                                new PagerDutyChannel(
                                        head(7),
                                        URI.create("https://events.eu.pagerduty.com"),
                                        A,
                                        false),
                                new AlertmanagerChannel(
                                        head(8),
                                        URI.create("http://am:9093"),
                                        Optional.of(A),
                                        true),
                                new GithubChannel(
                                        head(9),
                                        URI.create("https://api.github.com"),
                                        "weserv/status",
                                        A,
                                        false),
                                new MailChannel(
                                        head(10), List.of("ops@example.org", "o'x+y@b.example")),
                                new SnsChannel(
                                        head(11), "arn:aws:sns:eu-central-1:123456789012:status")));
        assertThat(read.mail())
                .contains(
                        new MailServer(
                                "localhost", 25, Security.NONE, "s@example.org", Optional.empty()));
    }

    @Test
    void aChannelSaysWhatItWants() {
        Channel channel =
                connections(
                                """
                                channels:
                                  - id: c1
                                    slack: {secret: A}
                                    mostPerHour: 3
                                    for:
                                      components: [website]
                                      groups: [main]
                                      impact: major
                                      events: [opened, planned]
                                """)
                        .channels()
                        .getFirst();

        assertThat(channel.head())
                .isEqualTo(
                        new ChannelHead(
                                new ChannelId("c1"),
                                new Route(
                                        Set.of(new ComponentId("website")),
                                        Set.of(new GroupId("main")),
                                        Impact.MAJOR,
                                        Set.of(Event.OPENED, Event.PLANNED)),
                                3));
    }

    @Test
    void whoMayCallAndWhoIsCalledIsRead() {
        Connections read =
                connections(
                        """
                        pulse: {secret: A}
                        alerts:
                          - id: am
                            tokenFrom: ALERTS_TOKEN
                            rules:
                              - labels: {alertname: Full, severity: "critical"}
                                component: website
                                status: partial_outage
                              - {labels: {a: b}, component: website, status: major_outage, means: state}
                            lasts: 13h
                        """);

        assertThat(read.pulse()).contains(A);
        assertThat(read.alerts())
                .containsExactly(
                        new AlertDoor(
                                "am",
                                new BeatToken.Variable("ALERTS_TOKEN"),
                                List.of(
                                        new AlertDoor.Rule(
                                                Map.of("alertname", "Full", "severity", "critical"),
                                                new ComponentId("website"),
                                                ComponentStatus.PARTIAL_OUTAGE,
                                                AlertDoor.Meaning.INCIDENT),
                                        new AlertDoor.Rule(
                                                Map.of("a", "b"),
                                                new ComponentId("website"),
                                                ComponentStatus.MAJOR_OUTAGE,
                                                AlertDoor.Meaning.STATE)),
                                Duration.ofHours(13)));
    }

    @Test
    void remindersAreReadAsTheOwnerWantsThem() {
        assertThat(connections("reminders: {after: 10m, longest: 2h}\n").reminders())
                .contains(new ReminderPace(Duration.ofMinutes(10), Duration.ofHours(2)));
        assertThat(connections("reminders: {send: false}\n").reminders()).isEmpty();
        assertThat(connections("reminders: {after: 1h}\n").reminders())
                .contains(new ReminderPace(Duration.ofHours(1), Duration.ofDays(1)));
        assertThatThrownBy(() -> connections("reminders: {after: 3h, longest: 2h}\n"))
                .hasMessageContaining("is shorter than the first wait of 3h");
    }

    private static ChannelHead head(int number) {
        return ChannelHead.of(new ChannelId("c" + number));
    }

    private static Connections connections(String more) {
        return switch (StatusYaml.load("status.yaml", FILE + more)) {
            case Loaded.Valid(var _, var connections) -> connections;
            case Loaded.Invalid(List<Fault> faults) ->
                    throw new AssertionError(faults.stream().map(Fault::text).toList());
        };
    }
}
