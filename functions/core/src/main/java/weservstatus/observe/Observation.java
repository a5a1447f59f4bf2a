package weservstatus.observe;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import weservstatus.check.CheckId;

/**
 * The stored record of one attempt at one check.
 *
 * @param failure present when the result is failed, blocked or self-fault; of a slow one what will
 *     fail soon, absent where it is merely late
 * @param side whose fault, present exactly when the result is failed, blocked or self-fault
 * @param started when the attempt began
 * @param status HTTP status, absent when no answer came
 * @param bytes length of the decoded body
 * @param cold its latency must not count
 * @param address IP literal that answered, empty when none did
 * @param cacheStatus {@code X-Cache-Status} of the service, empty when absent
 * @param edge {@code CF-Ray}'s location or another mark of the edge, empty when unknown
 * @param evidence what is kept of this attempt, or of one before it in the same hour; absent where
 *     nothing is
 * @param certificateEnds earliest end of validity in the chain, of checks that ask for it
 */
public record Observation(
        CheckId check,
        Result result,
        Optional<Failure> failure,
        Optional<Side> side,
        Instant started,
        Phases phases,
        OptionalInt status,
        long bytes,
        boolean cold,
        String address,
        String cacheStatus,
        String edge,
        Optional<EvidenceId> evidence,
        Optional<Instant> certificateEnds) {
    public Observation {
        boolean bad = !result.isGood() && result != Result.NO_DATA;
        boolean mayWarn = result == Result.SLOW;
        if ((failure.isPresent() != bad && !mayWarn) || side.isPresent() != bad) {
            throw new IllegalArgumentException(
                    "result " + result.label() + " with failure " + failure + ", side " + side);
        }
    }

    /** An observation of which nothing more is kept. */
    public Observation(
            CheckId check,
            Result result,
            Optional<Failure> failure,
            Optional<Side> side,
            Instant started,
            Phases phases,
            OptionalInt status,
            long bytes,
            boolean cold,
            String address,
            String cacheStatus,
            String edge) {
        this(
                check,
                result,
                failure,
                side,
                started,
                phases,
                status,
                bytes,
                cold,
                address,
                cacheStatus,
                edge,
                Optional.empty(),
                Optional.empty());
    }

    public Observation withEvidence(Optional<EvidenceId> kept) {
        return new Observation(
                check,
                result,
                failure,
                side,
                started,
                phases,
                status,
                bytes,
                cold,
                address,
                cacheStatus,
                edge,
                kept,
                certificateEnds);
    }

    public Observation withCertificate(Optional<Instant> ends) {
        return new Observation(
                check,
                result,
                failure,
                side,
                started,
                phases,
                status,
                bytes,
                cold,
                address,
                cacheStatus,
                edge,
                evidence,
                ends);
    }

    /** The record of a slot that passed without an attempt. */
    public static Observation missed(CheckId check, Instant at) {
        return new Observation(
                check,
                Result.NO_DATA,
                Optional.empty(),
                Optional.empty(),
                at,
                Phases.NONE,
                OptionalInt.empty(),
                0,
                false,
                "",
                "",
                "");
    }
}
