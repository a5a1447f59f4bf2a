package weservstatus.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import weservstatus.time.Interval;

/**
 * The bad looks at a check beside the good ones. The first and the last of an outage may each be a
 * loss by chance just outside of it, so each is certain only if nothing was good between it and the
 * next bad look; looks of one location that are not {@code apart} are one.
 *
 * @param bad oldest first
 */
record BadLooks(List<Sighting> bad, NavigableSet<Instant> good, Duration apart) {

    /**
     * From the first to the last bad look that is certain; from and to {@code first} if none is.
     */
    Interval certain(Instant first, Instant last) {
        List<Sighting> looks =
                bad.stream()
                        .filter(look -> !look.at().isBefore(first) && !look.at().isAfter(last))
                        .toList();
        Instant from = outermost(looks).orElse(first);
        Instant to = outermost(looks.reversed()).orElse(first);
        return new Interval(from, to.isBefore(from) ? from : to);
    }

    /** Nothing if all looks are one. */
    private Optional<Instant> outermost(List<Sighting> looks) {
        return looks.stream()
                .filter(look -> areTwo(look, looks.getFirst()))
                .findFirst()
                .map(next -> isUnbroken(looks.getFirst(), next) ? looks.getFirst() : next)
                .map(Sighting::at);
    }

    private boolean areTwo(Sighting one, Sighting other) {
        return !one.location().equals(other.location())
                || Duration.between(one.at(), other.at()).abs().compareTo(apart) >= 0;
    }

    private boolean isUnbroken(Sighting one, Sighting other) {
        boolean inOrder = one.at().isBefore(other.at());
        Instant from = inOrder ? one.at() : other.at();
        Instant to = inOrder ? other.at() : one.at();
        return good.subSet(from, true, to, true).isEmpty();
    }
}
