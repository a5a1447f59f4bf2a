package weservstatus.local;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.api.AlertRoute;
import weservstatus.api.Operations;
import weservstatus.api.PushRoute;
import weservstatus.api.Routes;
import weservstatus.api.VisitorAddress;
import weservstatus.api.Visitors;
import weservstatus.check.Catalogue;
import weservstatus.config.Connections;
import weservstatus.observe.EvidenceId;
import weservstatus.send.Pulse;
import weservstatus.send.SmtpMailer;
import weservstatus.store.Blobs;
import weservstatus.store.EvidenceStore;
import weservstatus.store.Table;
import weservstatus.text.AddressBlock;
import weservstatus.usecase.Administration;
import weservstatus.usecase.Audience;
import weservstatus.usecase.Deliver;
import weservstatus.usecase.MailAudience;
import weservstatus.usecase.MissingSecret;
import weservstatus.usecase.ProbeStores;
import weservstatus.usecase.ReceiveAlerts;
import weservstatus.usecase.RecordBeat;
import weservstatus.usecase.Secrets;
import weservstatus.usecase.SubscriptionTokens;
import weservstatus.usecase.Subscriptions;
import weservstatus.usecase.VisitorLimits;

/** Puts together what tells others and what others call. */
final class Connected {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Monitor.Settings settings;
    private final Connections connections;
    private final Secrets secrets;
    private final Catalogue catalogue;
    private final Table table;
    private final InstantSource clock;

    /**
     * @throws MissingSecret when a secret is named that is not there
     */
    Connected(Monitor.Settings settings, Catalogue catalogue, Table table, InstantSource clock) {
        this.settings = settings;
        this.connections = settings.connections();
        this.secrets = Secrets.in(settings.environment());
        this.catalogue = catalogue;
        this.table = table;
        this.clock = clock;
        MissingSecret.check(connections, secrets);
    }

    /** The catalogue, whose page offers visitors what can be done here. */
    static Catalogue offering(Catalogue catalogue, Connections connections) {
        return catalogue.withPage(catalogue.page().offering(connections.mail().isPresent()));
    }

    /** The ways in: targets, Alertmanagers, administrators and, where mail goes out, visitors. */
    List<Doors.Door> doors(Blobs blobs) {
        List<Doors.Door> doors = new ArrayList<>();
        PushRoute push =
                new PushRoute(
                        new RecordBeat(
                                catalogue, settings.environment(), ProbeStores.over(table).beats()),
                        clock);
        doors.add(new Doors.Door(PushRoute::takes, push::handle));
        AlertRoute alerts =
                new AlertRoute(
                        new ReceiveAlerts(
                                connections.alerts(), settings.environment(), table, clock),
                        clock);
        doors.add(new Doors.Door(AlertRoute::takes, alerts::handle));
        AdminDoor admin =
                new AdminDoor(
                        AdminToken.in(settings.data()),
                        settings.adminHosts(),
                        new Operations<>(
                                Routes.ADMIN, Administration.over(catalogue, table, blobs, clock)));
        doors.add(new Doors.Door(AdminDoor::takes, admin::handle));
        key().map(this::visitors)
                .ifPresent(
                        visitors -> doors.add(new Doors.Door(visitors::takes, visitors::handle)));
        return doors;
    }

    private Operations<Visitors> visitors(byte[] key) {
        Subscriptions subscriptions =
                new Subscriptions(
                        table, catalogue, new SubscriptionTokens(key), clock, Connected::id);
        return Visitors.byMail(
                subscriptions,
                new VisitorLimits(table, key, clock),
                request -> VisitorAddress.of(request, this::isProxy));
    }

    private boolean isProxy(String text) {
        return AddressBlock.address(text)
                .filter(address -> settings.proxies().stream().anyMatch(net -> net.holds(address)))
                .isPresent();
    }

    /** What visitors' links are made with; it lies beside the table, not in it. */
    private Optional<byte[]> key() {
        return connections
                .mail()
                .map(_ -> SecretFile.in(settings.data(), "subscription-key"))
                .map(key -> key.getBytes(StandardCharsets.UTF_8));
    }

    /** 12 of a-z0-9, from some 62 random bits. */
    private static String id() {
        StringBuilder id = new StringBuilder();
        RANDOM.ints(12, 0, 36).forEach(digit -> id.append(Character.forDigit(digit, 36)));
        return id.toString();
    }

    Deliver deliver(EvidenceStore evidence) {
        Optional<SmtpMailer> mailer = Network.mailer(connections, secrets, clock);
        return new Deliver(
                table,
                new Deliver.Settings(
                        catalogue,
                        connections.channels(),
                        Network.sender(connections, secrets, clock),
                        mailer.map(this::audience).orElse(Audience.NOBODY),
                        connections.reminders(),
                        id -> curl(evidence, id)),
                clock);
    }

    private Audience audience(SmtpMailer mailer) {
        return new MailAudience(
                table, catalogue.page(), new SubscriptionTokens(key().orElseThrow()), mailer);
    }

    /** The line that asks as the observation did of which the evidence was kept. */
    private static Optional<String> curl(EvidenceStore evidence, String id) {
        return EvidenceId.parse(id)
                .flatMap(evidence::document)
                .map(blob -> new String(blob.bytes(), StandardCharsets.UTF_8))
                .map(json -> JsonMapper.shared().readTree(json).path("curl").asString(""))
                .filter(line -> !line.isEmpty());
    }

    Heart heart(Voice voice) {
        return new Heart(
                ServiceManager.in(settings.environment(), voice.troubles()),
                connections.pulse().map(address -> new Pulse(secrets, address, clock)),
                voice.notes());
    }
}
