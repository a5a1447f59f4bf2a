package weservstatus.lambda;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import weservstatus.api.AlertRoute;
import weservstatus.api.Operations;
import weservstatus.api.PushRoute;
import weservstatus.api.Request;
import weservstatus.api.Response;
import weservstatus.api.Visitors;
import weservstatus.check.Catalogue;
import weservstatus.check.CheckId;
import weservstatus.observe.Beat;
import weservstatus.store.BeatStore;
import weservstatus.store.Table;
import weservstatus.usecase.ReceiveAlerts;
import weservstatus.usecase.RecordBeat;
import weservstatus.usecase.SubscriptionTokens;
import weservstatus.usecase.Subscriptions;
import weservstatus.usecase.TopicSubscriptions;
import weservstatus.usecase.VisitorLimits;

/**
 * What strangers send: heartbeats of targets, alerts of Alertmanagers, subscriptions of visitors.
 */
final class Intake {
    private static final Response NOTHING =
            new Response(
                    404,
                    Map.of("Content-Type", "application/json", "Cache-Control", "no-store"),
                    "{\"ok\":false,\"msg\":\"nothing is taken here\"}"
                            .getBytes(StandardCharsets.UTF_8));

    private final Configuration configuration;
    private final Means means;
    private final Ports ports;
    private final Table table;
    private final InstantSource clock;
    private Optional<Door> door = Optional.empty();

    /** The way in for one version of the configuration; counts its callers. */
    private record Door(
            String version, PushRoute push, AlertRoute alerts, Operations<Visitors> visitors) {}

    /**
     * What it takes to know strangers.
     *
     * @param environment where tokens are found that status.yaml names
     * @param key that visitors' links are signed with
     * @param callers who asks
     * @param ids random ones of 12 of {@code a-z0-9}
     */
    record Means(
            Function<String, Optional<String>> environment,
            SubscriptionKey key,
            Callers callers,
            Supplier<String> ids) {}

    Intake(Configuration configuration, Means means, Ports ports, InstantSource clock) {
        this.configuration = configuration;
        this.means = means;
        this.ports = ports;
        this.table = ports.table();
        this.clock = clock;
    }

    /** The path is not logged, for it holds the caller's token. */
    Response answer(Request request, String requestId) {
        Instant started = clock.instant();
        Response response = ApiEvent.tooLarge(request).orElseGet(() -> taken(request));
        ports.log(
                LogLine.ofRun("intake", requestId, started, clock.instant())
                        .with("method", request.method())
                        .with("status", response.status())
                        .text());
        return response;
    }

    /** Keeps a heartbeat of a check that there is not, on a stage. */
    void rehearse() {
        Beat beat = new Beat(clock.instant(), true, "", OptionalLong.empty());
        new BeatStore(table).put(new CheckId(Rehearsal.ID), beat);
    }

    private Response taken(Request request) {
        Door open = door();
        if (PushRoute.takes(request)) {
            return open.push().handle(request);
        }
        if (AlertRoute.takes(request)) {
            return open.alerts().handle(request);
        }
        return open.visitors().takes(request) ? open.visitors().handle(request) : NOTHING;
    }

    private Door door() {
        Catalogue current = configuration.current();
        Door open =
                door.filter(known -> known.version().equals(configuration.version()))
                        .orElseGet(() -> doorOf(current));
        door = Optional.of(open);
        return open;
    }

    private Door doorOf(Catalogue catalogue) {
        RecordBeat beats = new RecordBeat(catalogue, means.environment(), new BeatStore(table));
        ReceiveAlerts alerts =
                new ReceiveAlerts(
                        configuration.connections().alerts(), means.environment(), table, clock);
        return new Door(
                configuration.version(),
                new PushRoute(beats, clock),
                new AlertRoute(alerts, clock),
                visitors(catalogue));
    }

    /** By mails of our own where the owner has a mail server, else by the topic. */
    private Operations<Visitors> visitors(Catalogue catalogue) {
        return configuration
                .connections()
                .mail()
                .flatMap(server -> means.key().tokens())
                .map(tokens -> byMail(catalogue, tokens))
                .orElseGet(() -> byTopic(catalogue));
    }

    private Operations<Visitors> byMail(Catalogue catalogue, SubscriptionTokens tokens) {
        Subscriptions subscriptions =
                new Subscriptions(table, catalogue, tokens, clock, means.ids());
        return Visitors.byMail(subscriptions, limits(), means.callers()::visitor);
    }

    private Operations<Visitors> byTopic(Catalogue catalogue) {
        TopicSubscriptions subscriptions =
                new TopicSubscriptions(catalogue, ports.subscriber(), limits());
        return Visitors.byOthers(subscriptions, limits(), means.callers()::visitor);
    }

    private VisitorLimits limits() {
        return new VisitorLimits(table, means.callers().key(), clock);
    }
}
