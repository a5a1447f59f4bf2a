package weservstatus.local;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.api.AlertRoute;
import weservstatus.check.Catalogue;
import weservstatus.config.Connections;
import weservstatus.notify.ReminderPace;
import weservstatus.observe.EvidenceId;
import weservstatus.send.NetworkSender;
import weservstatus.send.Pulse;
import weservstatus.send.SmtpMailer;
import weservstatus.store.EvidenceStore;
import weservstatus.store.Table;
import weservstatus.usecase.Audience;
import weservstatus.usecase.Deliver;
import weservstatus.usecase.MissingSecret;
import weservstatus.usecase.ReceiveAlerts;
import weservstatus.usecase.Secrets;

/** Puts together what tells others and what others call. */
final class Connected {
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

    AlertRoute alerts() {
        return new AlertRoute(
                new ReceiveAlerts(connections.alerts(), settings.environment(), table, clock),
                clock);
    }

    Deliver deliver(EvidenceStore evidence) {
        return new Deliver(
                table,
                new Deliver.Settings(
                        catalogue,
                        connections.channels(),
                        new NetworkSender(secrets, mailer(), clock),
                        Audience.NOBODY,
                        Optional.of(ReminderPace.USUAL),
                        id -> curl(evidence, id)),
                clock);
    }

    private Optional<SmtpMailer> mailer() {
        return connections
                .mail()
                .map(server ->
                        new SmtpMailer(
                                server,
                                secrets,
                                clock,
                                (SSLSocketFactory) SSLSocketFactory.getDefault()));
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
