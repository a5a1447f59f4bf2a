package weservstatus.verdict;

import java.time.Instant;
import java.util.Optional;
import weservstatus.check.ComponentId;

/**
 * One outage of one component, from its first bad answer to its first good one. Joined with the one
 * before it when that ended less than {@link weservstatus.check.Pace#rejoinWithin} earlier.
 *
 * @param id stays the same for as long as the record lives, even if a late round moves the start
 * @param start when the first bad answer began
 * @param status partial or major outage: as it is now, or as it was last
 * @param worst the worst that it ever was
 * @param seemsOver the first good answer after the last bad one, while the outage is not called
 *     over yet
 * @param end the first good answer after the last bad one, once three good rounds and some time
 *     have passed; absent while the outage is open
 * @param unstable since when it goes up and down so often that changes are no news; the outage
 *     stays open for so long
 */
public record OutageRecord(
        String id,
        ComponentId component,
        Instant start,
        ComponentStatus status,
        ComponentStatus worst,
        Optional<Instant> seemsOver,
        Optional<Instant> end,
        Optional<Instant> unstable) {

    public OutageRecord {
        if (status.compareTo(ComponentStatus.PARTIAL_OUTAGE) < 0 || worst.compareTo(status) < 0) {
            throw new IllegalArgumentException(
                    "an outage cannot be " + status + ", at worst " + worst);
        }
        if (end.isPresent() && (seemsOver.isPresent() || unstable.isPresent())) {
            throw new IllegalArgumentException("an outage that is over does not seem to be");
        }
    }

    static OutageRecord opened(ComponentId component, Instant start, ComponentStatus status) {
        return new OutageRecord(
                component + "/" + start,
                component,
                start,
                status,
                status,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public boolean lasts() {
        return end.isEmpty();
    }

    /** Bad, whatever it seemed to be before. */
    OutageRecord bad(Instant since, ComponentStatus now) {
        return new OutageRecord(
                id,
                component,
                since.isBefore(start) ? since : start,
                now,
                now.compareTo(worst) > 0 ? now : worst,
                Optional.empty(),
                Optional.empty(),
                unstable);
    }

    /** Good since then, if not for longer already. */
    OutageRecord good(Instant since) {
        Optional<Instant> first = seemsOver.or(() -> Optional.of(since));
        return new OutageRecord(id, component, start, status, worst, first, end, unstable);
    }

    /** Over, if only because nobody looks any more. */
    OutageRecord unwatched(Instant now) {
        return good(now).over();
    }

    /** Over since it first seemed to be. */
    OutageRecord over() {
        return new OutageRecord(
                id, component, start, status, worst, Optional.empty(), seemsOver, Optional.empty());
    }

    OutageRecord withUnstable(Optional<Instant> since) {
        return new OutageRecord(id, component, start, status, worst, seemsOver, end, since);
    }
}
