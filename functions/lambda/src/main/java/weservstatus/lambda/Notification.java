package weservstatus.lambda;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weservstatus.check.Catalogue;
import weservstatus.check.Component;
import weservstatus.config.Connections;
import weservstatus.incident.Impact;
import weservstatus.incident.IncidentId;
import weservstatus.notify.About;
import weservstatus.notify.Channel;
import weservstatus.notify.ChannelHead;
import weservstatus.notify.ChannelId;
import weservstatus.notify.Event;
import weservstatus.notify.Message;
import weservstatus.notify.MessageId;
import weservstatus.notify.Notice;
import weservstatus.notify.ReminderPace;
import weservstatus.notify.SnsChannel;
import weservstatus.store.OutboxStore;
import weservstatus.store.Table;
import weservstatus.usecase.Audience;
import weservstatus.usecase.Deliver;
import weservstatus.usecase.MailAudience;
import weservstatus.usecase.Mailer;
import weservstatus.usecase.MissingSecret;
import weservstatus.verdict.ComponentStatus;

/**
 * Empties the outbox: after each notice that enters the table, and once a minute for what comes due
 * by the clock or is to be tried again. The stack's own topic is a channel that hears everything.
 */
final class Notification {
    /** The stack's own topic, beside the channels that status.yaml names. */
    private static final ChannelId OWN_TOPIC = new ChannelId("sns");

    private final Configuration configuration;
    private final Optional<String> topic;
    private final SubscriptionKey key;
    private final Ports ports;
    private final Table table;
    private final InstantSource clock;
    private String checked = "";

    Notification(
            Configuration configuration,
            Optional<String> topic,
            SubscriptionKey key,
            Ports ports,
            InstantSource clock) {
        this.configuration = configuration;
        this.topic = topic;
        this.key = key;
        this.ports = ports;
        this.table = ports.table();
        this.clock = clock;
    }

    /** Returns what Lambda is to be answered. */
    String run(String requestId) {
        Instant started = clock.instant();
        Catalogue catalogue = configuration.current();
        Connections connections = configuration.connections();
        requireSecrets(connections);
        Optional<Mailer> mailer = connections.mail().map(ports::mailer);
        Deliver.Settings settings =
                new Deliver.Settings(
                        catalogue,
                        channels(connections),
                        ports.sender(connections),
                        audience(catalogue, mailer),
                        Optional.of(ReminderPace.USUAL),
                        evidence -> Optional.empty());
        Optional<Instant> next = new Deliver(table, settings, clock).run();
        LogLine line = LogLine.ofRun("notify", requestId, started, clock.instant());
        next.ifPresent(at -> line.with("next", at.toString()));
        ports.log(line.text());
        return StreamReview.NONE_FAILED;
    }

    /**
     * Looks once for each version in force. What can be told goes out all the same: here nobody
     * watches a start, and a channel without its secret must not silence the others.
     */
    private void requireSecrets(Connections connections) {
        if (checked.equals(configuration.version())) {
            return;
        }
        checked = configuration.version();
        try {
            MissingSecret.check(connections, ports.secrets());
        } catch (MissingSecret e) {
            ports.log(LogLine.secretsMissing(clock.instant(), e));
        }
    }

    /** Puts a notice into the outbox and empties that, on a stage. */
    void rehearse(String requestId) {
        List<Component> components = configuration.current().components();
        table.transact(new OutboxStore(table).adding(notice(requestId, components)));
        run(requestId);
    }

    private Notice notice(String requestId, List<Component> components) {
        Instant now = clock.instant();
        IncidentId incident = IncidentId.ofRequest(requestId);
        return new Notice(
                MessageId.of("incident/" + incident, Event.OPENED, "rehearsal"),
                Event.OPENED,
                new About.OfIncident(incident),
                new Message.Heading("A rehearsal", Impact.MAJOR, "investigating"),
                components.stream()
                        .limit(1)
                        .map(one -> new Notice.Part(one.id(), ComponentStatus.MAJOR_OUTAGE))
                        .toList(),
                new Message.Facts(
                        "Nobody hears it.",
                        now,
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        List.of()),
                List.of(),
                true,
                now);
    }

    private List<Channel> channels(Connections connections) {
        List<Channel> channels = new ArrayList<>();
        topic.map(arn -> new SnsChannel(ChannelHead.of(OWN_TOPIC), arn)).ifPresent(channels::add);
        channels.addAll(connections.channels());
        return channels;
    }

    private Audience audience(Catalogue catalogue, Optional<Mailer> mailer) {
        return mailer.flatMap(server ->
                        key.tokens()
                                .<Audience>map(tokens ->
                                        new MailAudience(table, catalogue.page(), tokens, server)))
                .orElse(Audience.NOBODY);
    }
}
