package weservstatus.lambda;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import weservstatus.check.Check;
import weservstatus.check.CheckId;
import weservstatus.check.Page;
import weservstatus.config.Connections;
import weservstatus.notify.Delivery;
import weservstatus.notify.MailServer;
import weservstatus.notify.SecretName;
import weservstatus.observe.Answer;
import weservstatus.observe.Attempt;
import weservstatus.observe.ControlState;
import weservstatus.observe.Exchange;
import weservstatus.observe.Finding;
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
 * The ports of others, with another table and other blobs. Every answer is as it must be, shows the
 * same picture as ever and takes about the same time: so nothing counts that depends on how busy
 * the machine is, and nothing is asked.
 */
record CountedPorts(Ports ports, Table table, Blobs blobs, InstantSource clock) implements Ports {
    private static final URI URL = URI.create("http://localhost/");
    private static final Answer GOOD =
            new Answer(200, List.of(), new byte[0], "HTTP/1.1", "127.0.0.1", Optional.empty());

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
        return Prober.of(
                (check, target, limit) -> good(check.id()), (url, limit) -> ControlState.PASSED);
    }

    private Attempt good(CheckId check) {
        return new Attempt(
                check,
                new Exchange.Answered(
                        "GET", URL, List.of(), clock.instant(), steady(), false, GOOD),
                List.of(
                        new Finding("status 200", "200", Optional.empty()),
                        new Finding("card", "as requested", Optional.empty())));
    }

    @Override
    public Optional<byte[]> difference(Check check, Answer answer) {
        return ports.difference(check, answer);
    }

    @Override
    public Optional<Proof> proof(Check check, Answer answer) {
        byte[] picture = check.id().value().getBytes(StandardCharsets.UTF_8);
        return Optional.of(new Proof(picture, "image/webp", picture, 320, 240));
    }

    @Override
    public void log(String line) {
        ports.log(line);
    }
}
