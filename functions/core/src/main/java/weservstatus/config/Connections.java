package weservstatus.config;

import java.util.List;
import java.util.Optional;
import weservstatus.incident.AlertDoor;
import weservstatus.notify.Channel;
import weservstatus.notify.MailServer;
import weservstatus.notify.ReminderPace;
import weservstatus.notify.SecretName;

/**
 * What connects the monitor with others, as status.yaml says it.
 *
 * @param channels where messages go
 * @param reminders how often an incident is told again; absent when nobody wants that
 * @param mail the server that takes our mail; absent when nobody is written to
 * @param pulse names the address that is asked after every complete round
 * @param alerts where Alertmanagers may call
 */
public record Connections(
        List<Channel> channels,
        Optional<ReminderPace> reminders,
        Optional<MailServer> mail,
        Optional<SecretName> pulse,
        List<AlertDoor> alerts) {
    public static final Connections NONE =
            new Connections(
                    List.of(),
                    Optional.of(ReminderPace.USUAL),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());

    public Connections {
        channels = List.copyOf(channels);
        alerts = List.copyOf(alerts);
    }
}
