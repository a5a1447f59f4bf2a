package weservstatus.lambda;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import weservstatus.check.Check;
import weservstatus.check.Page;
import weservstatus.config.Connections;
import weservstatus.notify.Delivery;
import weservstatus.notify.MailServer;
import weservstatus.notify.SecretName;
import weservstatus.notify.SnsChannel;
import weservstatus.observe.Answer;
import weservstatus.observe.Proof;
import weservstatus.store.Blobs;
import weservstatus.store.Table;
import weservstatus.usecase.Confirmer;
import weservstatus.usecase.Mailer;
import weservstatus.usecase.Prober;
import weservstatus.usecase.Secrets;
import weservstatus.usecase.Sender;
import weservstatus.usecase.TopicAudience;
import weservstatus.usecase.TopicSubscriber;

/**
 * The outside for a {@link Rehearsal}: what lies in the account can be read, nothing can be
 * changed, nobody is told, and what is probed is a picture on loopback.
 */
final class Stage implements Ports {
    /** Lambda gives up on an initialisation of ten seconds. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final AwsPorts account;
    private final InstantSource clock;

    Stage(Settings settings, InstantSource clock) {
        Instant end = clock.instant().plus(LONGEST);
        ReadingClient http =
                new ReadingClient(
                        UrlConnectionHttpClient.create(), () -> clock.instant().isAfter(end));
        this.account = new AwsPorts(settings, clock, http);
        this.clock = clock;
    }

    @Override
    public Table table() {
        return new StagedTable(account.table());
    }

    @Override
    public Blobs blobs() {
        return account.blobs();
    }

    @Override
    public Sender sender(Connections connections) {
        Sender topics = account.sender(connections);
        return (message, channel) ->
                channel instanceof SnsChannel ? topics.send(message, channel) : Delivery.SENT;
    }

    @Override
    public Mailer mailer(MailServer server) {
        return letter -> Delivery.SENT;
    }

    @Override
    public Secrets secrets() {
        return account.secrets();
    }

    @Override
    public Metrics metrics() {
        return account.metrics();
    }

    @Override
    public TopicSubscriber subscriber() {
        return account.subscriber();
    }

    @Override
    public Optional<TopicAudience> audience() {
        return account.audience();
    }

    @Override
    public Delivery pulse(SecretName address) {
        return Delivery.SENT;
    }

    @Override
    public Confirmer confirmer() {
        return account.confirmer();
    }

    @Override
    public Prober prober(Page page) {
        return new StagedProber(AwsPorts.network(page, clock));
    }

    @Override
    public Optional<byte[]> difference(Check check, Answer answer) {
        return Optional.empty();
    }

    @Override
    public Optional<Proof> proof(Check check, Answer answer) {
        return Optional.empty();
    }

    @Override
    public void log(String line) {
        // A rehearsal is no run.
    }
}
