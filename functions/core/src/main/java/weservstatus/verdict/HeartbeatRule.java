package weservstatus.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import weservstatus.check.HeartbeatCheck;
import weservstatus.observe.Beat;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Observation;
import weservstatus.observe.Phase;
import weservstatus.observe.Phases;
import weservstatus.observe.Result;
import weservstatus.observe.Side;

/** What the last call of a target, and the time since then, say about it. */
public final class HeartbeatRule {
    private HeartbeatRule() {}

    /**
     * Nothing is known before the first call. After it, silence beyond interval and grace is a
     * failure, and so is a call that says so itself.
     */
    public static Observation observe(HeartbeatCheck check, Optional<Beat> last, Instant now) {
        return last.map(beat -> observe(check, beat, now))
                .orElseGet(() -> Observation.missed(check.id(), now));
    }

    private static Observation observe(HeartbeatCheck check, Beat beat, Instant now) {
        Duration silence = Duration.between(beat.at(), now);
        if (silence.compareTo(check.interval().plus(check.grace())) > 0) {
            return failed(check, now, FailureReason.TIMEOUT, silent(check, silence));
        }
        if (!beat.up()) {
            String words = beat.message().isEmpty() ? "" : ": " + beat.message();
            return failed(check, now, FailureReason.STATUS, "It calls itself down" + words);
        }
        return passed(check, beat, now);
    }

    private static String silent(HeartbeatCheck check, Duration silence) {
        return "No call for %d s; one is due every %d s, at most %d s late"
                .formatted(
                        silence.toSeconds(),
                        check.interval().toSeconds(),
                        check.grace().toSeconds());
    }

    private static Observation passed(HeartbeatCheck check, Beat beat, Instant now) {
        long micros = TimeUnit.MILLISECONDS.toMicros(beat.pingMillis().orElse(0));
        Phases phases = new Phases(0, 0, 0, micros, 0);
        boolean slow =
                check.slowAfter().filter(limit -> phases.total().compareTo(limit) > 0).isPresent();
        return record(check, now, slow ? Result.SLOW : Result.PASSED, phases, Optional.empty());
    }

    private static Observation failed(
            HeartbeatCheck check, Instant now, FailureReason reason, String message) {
        Failure failure = Failure.in(Phase.FIRST_BYTE, reason, message);
        return record(check, now, Result.FAILED, Phases.NONE, Optional.of(failure));
    }

    private static Observation record(
            HeartbeatCheck check,
            Instant now,
            Result result,
            Phases phases,
            Optional<Failure> failure) {
        return new Observation(
                check.id(),
                result,
                failure,
                failure.map(_ -> Side.SERVICE),
                now,
                phases,
                OptionalInt.empty(),
                0,
                false,
                "",
                "",
                "");
    }
}
