package weservstatus.uptime;

import java.util.List;
import weservstatus.time.Spans;
import weservstatus.verdict.ComponentHistory;
import weservstatus.verdict.ComponentStatus;
import weservstatus.verdict.Stretch;

/** Adds up a component's history. */
final class Tallies {

    private Tallies() {}

    /**
     * Announced work counts apart as far as anything was seen of it; an unannounced silence within
     * stays a silence.
     */
    static Tally of(ComponentHistory history, Spans maintenance) {
        Tally sum = Tally.NONE;
        for (Stretch stretch : history.stretches()) {
            Spans all = new Spans(List.of(stretch.interval()));
            long announced = maintenance.within(stretch.interval()).millis();
            sum =
                    sum.plus(of(stretch.status(), all.millis() - announced))
                            .plus(announced(stretch.status(), announced));
        }
        return sum.bounded(
                history.least().without(maintenance).millis(),
                history.most().without(maintenance).millis());
    }

    private static Tally announced(ComponentStatus status, long millis) {
        if (status == ComponentStatus.UNKNOWN) {
            return of(status, millis);
        }
        boolean well = status == ComponentStatus.OPERATIONAL;
        return new Tally(0, 0, 0, 0, millis, 0, well ? 0 : millis, 0, 0);
    }

    static Tally of(ComponentStatus status, long millis) {
        return switch (status) {
            case OPERATIONAL -> new Tally(millis, 0, 0, 0, 0, 0);
            case DEGRADED_PERFORMANCE -> new Tally(0, millis, 0, 0, 0, 0);
            case PARTIAL_OUTAGE -> new Tally(0, 0, millis, 0, 0, 0);
            case MAJOR_OUTAGE -> new Tally(0, 0, 0, millis, 0, 0);
            case UNDER_MAINTENANCE -> new Tally(0, 0, 0, 0, millis, 0);
            case UNKNOWN -> new Tally(0, 0, 0, 0, 0, millis);
        };
    }
}
