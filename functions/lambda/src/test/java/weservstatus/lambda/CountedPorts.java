package weservstatus.lambda;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import weservstatus.check.Check;
import weservstatus.check.Page;
import weservstatus.config.Connections;
import weservstatus.notify.Delivery;
import weservstatus.notify.MailServer;
import weservstatus.notify.SecretName;
import weservstatus.observe.Answer;
import weservstatus.observe.Attempt;
import weservstatus.observe.Exchange;
import weservstatus.observe.Phases;
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
 * The ports of others, with another table and other blobs. Every answer takes about the same time,
 * so that nothing counts that depends on how busy the machine is.
 */
record CountedPorts(Ports ports, Table table, Blobs blobs) implements Ports {
    private static Phases steady() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new Phases(
                0,
                900 + random.nextLong(200),
                0,
                8_500 + random.nextLong(1_000),
                random.nextLong(200));
    }

    @Override
    public Sender sender(Connections connections) {
        return ports.sender(connections);
    }

    @Override
    public Mailer mailer(MailServer server) {
        return ports.mailer(server);
    }

    @Override
    public TopicSubscriber subscriber() {
        return ports.subscriber();
    }

    @Override
    public Optional<TopicAudience> audience() {
        return ports.audience();
    }

    @Override
    public Secrets secrets() {
        return ports.secrets();
    }

    @Override
    public Metrics metrics() {
        return ports.metrics();
    }

    @Override
    public Delivery pulse(SecretName address) {
        return ports.pulse(address);
    }

    @Override
    public Confirmer confirmer() {
        return ports.confirmer();
    }

    @Override
    public Prober prober(Page page) {
        Prober network = ports.prober(page);
        return Prober.of(
                (check, target, limit) -> steady(network.probe(check, target, limit)),
                network::control);
    }

    private static Attempt steady(Attempt attempt) {
        return switch (attempt.exchange()) {
            case Exchange.Answered seen ->
                    new Attempt(
                            attempt.check(),
                            new Exchange.Answered(
                                    seen.method(),
                                    seen.url(),
                                    seen.requestHeaders(),
                                    seen.started(),
                                    steady(),
                                    false,
                                    seen.answer()),
                            attempt.findings());
            case Exchange.Reached _, Exchange.Broken _ -> attempt;
        };
    }

    @Override
    public Optional<byte[]> difference(Check check, Answer answer) {
        return ports.difference(check, answer);
    }

    @Override
    public Optional<Proof> proof(Check check, Answer answer) {
        return ports.proof(check, answer);
    }

    @Override
    public void log(String line) {
        ports.log(line);
    }
}
