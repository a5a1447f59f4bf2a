package weservstatus.usecase;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import weservstatus.incident.Alert;
import weservstatus.incident.AlertDoor;
import weservstatus.incident.AlertPolicy;
import weservstatus.incident.Trouble;
import weservstatus.store.Table;

/** Takes the call of an Alertmanager that proves by its token which one it is. */
public final class ReceiveAlerts {
    private final TokenDoors<AlertDoor> doors;
    private final IncidentChanges changes;
    private final AlertedComponents states;
    private final InstantSource clock;

    /**
     * One for the Alertmanagers of the file.
     *
     * @param environment the value of a variable, nothing where it is not set
     * @throws MissingToken when a token is missing or can be guessed
     */
    public ReceiveAlerts(
            List<AlertDoor> alerts,
            Function<String, Optional<String>> environment,
            Table table,
            InstantSource clock) {
        this.doors = new TokenDoors<>(environment);
        this.changes = new IncidentChanges(table);
        this.states = new AlertedComponents(table, clock);
        this.clock = clock;
        alerts.forEach(door -> doors.add("alerts " + door.id(), door.token(), door));
    }

    /** Whose token it is. */
    public Optional<AlertDoor> door(String token) {
        return doors.behind(token);
    }

    /** Whether it was taken; false when others were quicker, and the call is to be repeated. */
    public boolean receive(AlertDoor door, Alert.Group group) {
        AlertPolicy policy = new AlertPolicy(door);
        boolean told =
                changes.apply(
                                before -> policy.decide(before, group, clock.instant()),
                                _ -> Trouble.Facts.NONE)
                        .written();
        return told && states.follow(door, group);
    }
}
