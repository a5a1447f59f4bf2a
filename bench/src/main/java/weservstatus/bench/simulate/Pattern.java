package weservstatus.bench.simulate;

import java.time.Duration;
import java.time.Instant;
import weservstatus.time.Slot;

/**
 * When the scheduled round of a slot begins at each place.
 *
 * @param places how many there are
 * @param spread by how much of the slot the places stand apart: 1 for 60 s ÷ places, 0 for none
 * @param jitter how much later than planned a round may begin, evenly distributed
 */
record Pattern(int places, double spread, Duration jitter, Chance chance) {

    /** Fixed offsets within the minute; a function starts up to a second late. */
    static Pattern fixed(int places, Chance chance) {
        return new Pattern(places, 1, Duration.ofSeconds(1), chance);
    }

    /** No offsets: a schedule that promises the minute only, as EventBridge does. */
    static Pattern wholeMinute(int places, Chance chance) {
        return new Pattern(places, 0, Duration.ofMillis(59_999), chance);
    }

    Instant begin(int place, Slot slot) {
        double offset = spread * place / places * slot.length().toMillis();
        double late = chance.of(place, slot.index()) * jitter.toMillis();
        return slot.start().plusMillis((long) (offset + late));
    }
}
