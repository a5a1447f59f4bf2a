package weservstatus.check;

import java.time.Duration;
import java.util.Optional;

/**
 * The target calls us; silence is failure.
 *
 * @param interval how often it calls
 * @param grace how much later a call may come
 * @param token by what a call is known to be the target's
 */
public record HeartbeatCheck(CheckHead head, Duration interval, Duration grace, BeatToken token)
        implements PlainCheck {

    @Override
    public Optional<Lack> lack(Target target) {
        return Optional.empty();
    }
}
