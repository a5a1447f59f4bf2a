package weservstatus.bench.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import weservstatus.time.Interval;

/** Another monitor's rule, written from its source or its documentation. */
interface Peer {

    /** From a decision to the people, the same for everybody. */
    Duration WIRE = Watch.WIRE.multipliedBy(2);

    /**
     * What it says of a world.
     *
     * @param changes in order of time
     * @param downRatio the share of the time that its own arithmetic calls down
     */
    record Report(List<Change> changes, double downRatio) {

        /** Of a monitor that counts the time from one message to the next. */
        static Report timed(List<Change> changes, Interval window) {
            double down = 0;
            Instant since = window.end();
            for (Change change : changes) {
                if (change.down()) {
                    since = change.at();
                } else {
                    down += Duration.between(since, change.at()).toMillis();
                    since = window.end();
                }
            }
            down += Math.max(0, Duration.between(since, window.end()).toMillis());
            return new Report(changes, down / window.length().toMillis());
        }
    }

    String name();

    /** The rule in a few words. */
    String rule();

    Report watch(World world, Interval window, Chance chance);

    /** Every so often from a random phase on. */
    static List<Instant> polls(Interval window, Duration every, double phase) {
        Instant first = window.start().plusMillis((long) (phase * every.toMillis()));
        return Stream.iterate(first, at -> at.isBefore(window.end()), at -> at.plus(every))
                .toList();
    }
}
