package weservstatus.lambda;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import weservstatus.check.Check;
import weservstatus.check.LocationId;
import weservstatus.check.Page;
import weservstatus.config.Connections;
import weservstatus.image.Oracle;
import weservstatus.notify.Delivery;
import weservstatus.notify.Letter;
import weservstatus.notify.MailServer;
import weservstatus.notify.Message;
import weservstatus.notify.SecretName;
import weservstatus.observe.Answer;
import weservstatus.observe.Attempt;
import weservstatus.observe.Finding;
import weservstatus.observe.Proof;
import weservstatus.observe.Variant;
import weservstatus.store.Blobs;
import weservstatus.store.InMemoryBlobs;
import weservstatus.store.InMemoryTable;
import weservstatus.store.Table;
import weservstatus.store.TestClock;
import weservstatus.usecase.Confirmer;
import weservstatus.usecase.Mailer;
import weservstatus.usecase.Prober;
import weservstatus.usecase.Secrets;
import weservstatus.usecase.Sender;
import weservstatus.usecase.TopicAudience;
import weservstatus.usecase.TopicSubscriber;

/** Table and bucket in memory; the network is real. */
final class InMemoryPorts implements Ports {
    /** No secret is read from there: {@link #secrets} has them. */
    static final ParameterSecrets.Place NOWHERE =
            new ParameterSecrets.Place(URI.create("http://localhost/"), "nowhere", "/");

    /** Of a function at that place which reads and writes here. */
    static Settings settings(LocationId place) {
        return settings(place, Optional.empty());
    }

    static Settings settingsWithTopic(LocationId place) {
        return settings(place, Optional.of("arn:aws:sns:eu-central-1:123456789012:alerts"));
    }

    private static Settings settings(LocationId place, Optional<String> topic) {
        return new Settings(
                "table",
                "bucket",
                place,
                topic,
                Optional.empty(),
                NOWHERE,
                Optional.empty(),
                Optional.empty());
    }

    final List<String> log = new ArrayList<>();
    final List<Message> told = Collections.synchronizedList(new ArrayList<>());
    final List<Letter> letters = Collections.synchronizedList(new ArrayList<>());
    final List<Confirmer.Order> orders = Collections.synchronizedList(new ArrayList<>());
    final List<String> subscribed = Collections.synchronizedList(new ArrayList<>());
    final List<TopicAudience.Member> members = new ArrayList<>();
    final List<SecretName> beats = new ArrayList<>();
    Delivery beaten = Delivery.SENT;
    private Secrets secrets =
            Secrets.in(name -> Optional.of("a-secret-of-thirty-two-characters-or-more"));
    private final TestClock clock;
    private final Table table;
    private final Blobs blobs = new InMemoryBlobs();
    private Optional<Variant> shown = Optional.empty();
    private Runnable before = () -> {};

    InMemoryPorts(TestClock clock) {
        this.clock = clock;
        table = new InMemoryTable(clock);
    }

    /** What happens before each operation of the table, and before each message. */
    void before(Runnable action) {
        before = action;
    }

    private void interrupt() {
        before.run();
    }

    void configure(String yaml) {
        blobs.put(
                Configuration.NAME,
                new Blobs.Blob(yaml.getBytes(StandardCharsets.UTF_8), "application/yaml"));
    }

    @Override
    public Table table() {
        return new HookedTable(table, this::interrupt);
    }

    @Override
    public Blobs blobs() {
        return blobs;
    }

    @Override
    public Sender sender(Connections connections) {
        return (message, channel) -> {
            interrupt();
            told.add(message);
            return Delivery.SENT;
        };
    }

    @Override
    public Mailer mailer(MailServer server) {
        return letter -> {
            letters.add(letter);
            return Delivery.SENT;
        };
    }

    @Override
    public TopicSubscriber subscriber() {
        return (address, filterPolicy) -> subscribed.add(address + " " + filterPolicy);
    }

    @Override
    public Optional<TopicAudience> audience() {
        return Optional.of(new InMemoryAudience(members));
    }

    private record InMemoryAudience(List<TopicAudience.Member> members) implements TopicAudience {
        @Override
        public Optional<TopicAudience.Page> list(String place, int most) {
            return Optional.of(new TopicAudience.Page(members, Optional.empty()));
        }

        @Override
        public Optional<TopicAudience.Member> find(String id) {
            return members.stream().filter(member -> member.id().equals(id)).findFirst();
        }

        @Override
        public void remove(String id) {
            members.removeIf(member -> member.id().equals(id));
        }
    }

    @Override
    public Secrets secrets() {
        return secrets;
    }

    /** From now on only these secrets are there. */
    void secrets(Secrets others) {
        secrets = others;
    }

    @Override
    public Metrics metrics() {
        return (figures, at) -> {};
    }

    @Override
    public Delivery pulse(SecretName address) {
        beats.add(address);
        return beaten;
    }

    @Override
    public Confirmer confirmer() {
        return orders::add;
    }

    @Override
    public Prober prober(Page page) {
        Prober network = AwsPorts.network(page, clock);
        return Prober.of(
                (check, target, limit) -> telling(network.probe(check, target, limit)),
                network::control);
    }

    /** From now on every answer shows this of the service. */
    void shows(Variant variant) {
        shown = Optional.of(variant);
    }

    private Attempt telling(Attempt attempt) {
        List<Finding> findings = new ArrayList<>(attempt.findings());
        shown.ifPresent(variant -> findings.add(Finding.of(variant)));
        return new Attempt(attempt.check(), attempt.exchange(), findings);
    }

    @Override
    public Optional<byte[]> difference(Check check, Answer answer) {
        return new Oracle().difference(check, answer);
    }

    @Override
    public Optional<Proof> proof(Check check, Answer answer) {
        return new Oracle().proof(check, answer);
    }

    @Override
    public void log(String line) {
        log.add(line);
    }
}
