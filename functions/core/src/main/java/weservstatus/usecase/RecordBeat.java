package weservstatus.usecase;

import java.util.Optional;
import java.util.function.Function;
import weservstatus.check.Catalogue;
import weservstatus.check.CheckId;
import weservstatus.check.HeartbeatCheck;
import weservstatus.observe.Beat;
import weservstatus.store.BeatStore;

/** Takes the call of a target that proves by its token which heartbeat it is. */
public final class RecordBeat {
    private final TokenDoors<CheckId> doors;
    private final BeatStore beats;

    /**
     * One for the heartbeats of the catalogue.
     *
     * @param environment the value of a variable, nothing where it is not set
     * @throws MissingToken when a token is missing or can be guessed
     */
    public RecordBeat(
            Catalogue catalogue, Function<String, Optional<String>> environment, BeatStore beats) {
        this.doors = new TokenDoors<>(environment);
        this.beats = beats;
        for (var check : catalogue.active()) {
            if (check instanceof HeartbeatCheck heartbeat) {
                doors.add("check " + check.id(), heartbeat.token(), check.id());
            }
        }
    }

    /** Whether the token belongs to a heartbeat; then its call is kept. */
    public boolean record(String token, Beat beat) {
        Optional<CheckId> caller = doors.behind(token);
        caller.ifPresent(check -> beats.put(check, beat));
        return caller.isPresent();
    }
}
