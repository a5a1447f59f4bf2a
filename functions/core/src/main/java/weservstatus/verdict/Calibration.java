package weservstatus.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import weservstatus.observe.Variant;

/**
 * Which of several honest ways a service has in each trait, learned from itself: the first sight is
 * silent, and only a change is news.
 *
 * @param traits what is known, by the name of the trait
 */
public record Calibration(Map<String, Known> traits) {
    /** So long a change fails; a build that stays so long is meant, and becomes the usual one. */
    public static final Duration NEWS = Duration.ofDays(1);

    public static final Calibration NOTHING = new Calibration(Map.of());

    public Calibration {
        traits = Map.copyOf(traits);
    }

    /**
     * One trait of a service.
     *
     * @param usual the way it has
     * @param change present while it shows another
     */
    public record Known(String usual, Optional<Change> change) {}

    /**
     * Another way than the usual one.
     *
     * @param since when it was seen first
     */
    public record Change(String to, Instant since) {}

    /** What an observation adds. */
    public sealed interface Step {
        /** To be kept where it differs from what was known. */
        Calibration next();

        /** Seen for the first time, or long enough to be the usual way. */
        record Learned(Calibration next) implements Step {}

        record Same(Calibration next) implements Step {}

        /** Not as usual. */
        record Changed(Calibration next, String before) implements Step {}
    }

    /** What comes of seeing a variant at that time. */
    public Step with(Variant variant, Instant at) {
        Known known = traits.get(variant.trait());
        if (known == null) {
            return new Step.Learned(with(variant, Optional.empty()));
        }
        if (known.usual().equals(variant.seen())) {
            return new Step.Same(with(variant, Optional.empty()));
        }
        Change change =
                known.change()
                        .filter(last -> last.to().equals(variant.seen()))
                        .orElse(new Change(variant.seen(), at));
        if (!at.isBefore(change.since().plus(NEWS))) {
            return new Step.Learned(with(variant, Optional.empty()));
        }
        Variant usual = new Variant(variant.trait(), known.usual());
        return new Step.Changed(with(usual, Optional.of(change)), known.usual());
    }

    private Calibration with(Variant usual, Optional<Change> change) {
        Map<String, Known> more = new HashMap<>(traits);
        more.put(usual.trait(), new Known(usual.seen(), change));
        return new Calibration(more);
    }
}
