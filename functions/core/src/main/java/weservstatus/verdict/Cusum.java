package weservstatus.verdict;

import java.time.Instant;
import java.util.Optional;

/**
 * Page's cumulative sum: evidence for a change adds up, evidence against it is subtracted, and the
 * sum never falls below 0. It is capped at the threshold, so that a long fault takes no longer to
 * be over than a short one.
 *
 * @param score from 0 to the threshold
 * @param onset when the evidence began: the change that an alarm speaks of is dated back to there;
 *     absent while there is none
 * @param alarm when the threshold was reached; absent unless the alarm holds
 */
public record Cusum(double score, Optional<Instant> onset, Optional<Instant> alarm) {

    public static final Cusum CALM = new Cusum(0, Optional.empty(), Optional.empty());

    /** Of the threshold: an alarm ends when the score has fallen to here. */
    private static final double END_RATIO = 0.5;

    public boolean alarmed() {
        return alarm.isPresent();
    }

    Cusum step(Instant at, double weight, double threshold) {
        double next = Math.clamp(score + weight, 0, threshold);
        if (next == 0) {
            return CALM;
        }
        if (alarmed() && next <= threshold * END_RATIO) {
            return new Cusum(next, Optional.empty(), Optional.empty());
        }
        Optional<Instant> began = onset.isEmpty() && weight > 0 ? Optional.of(at) : onset;
        boolean reached = alarm.isEmpty() && next >= threshold;
        return new Cusum(next, began, reached ? Optional.of(at) : alarm);
    }
}
