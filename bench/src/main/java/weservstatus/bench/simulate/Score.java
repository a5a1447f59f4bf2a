package weservstatus.bench.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weservstatus.time.Interval;

/** How one rule did over many months. */
final class Score {

    /** A message so long after the end still belongs to the outage. */
    private static final Duration GRACE = Duration.ofMinutes(6);

    private static final double POINTS = 100;

    private final List<Double> seconds = new ArrayList<>();
    private final List<Double> errors = new ArrayList<>();
    private int months;
    private int outages;
    private int missed;
    private int falseAlarms;

    void add(Month month, Peer.Report report) {
        months++;
        List<Instant> alarms =
                report.changes().stream().filter(Change::down).map(Change::at).toList();
        for (World.Outage outage : month.world().outages()) {
            add(outage.interval(), alarms);
        }
        falseAlarms += (int) alarms.stream().filter(at -> !belongsToAny(at, month.world())).count();
        errors.add(Math.abs(report.downRatio() - month.downRatio()) * POINTS);
    }

    private void add(Interval outage, List<Instant> alarms) {
        outages++;
        Optional<Instant> first = alarms.stream().filter(at -> belongs(at, outage)).findFirst();
        if (first.isEmpty()) {
            missed++;
        } else {
            Duration taken = Duration.between(outage.start(), first.get());
            seconds.add(taken.toMillis() / 1_000.0);
        }
    }

    private static boolean belongsToAny(Instant at, World world) {
        return world.outages().stream().anyMatch(outage -> belongs(at, outage.interval()));
    }

    private static boolean belongs(Instant at, Interval outage) {
        return !at.isBefore(outage.start()) && at.isBefore(outage.end().plus(GRACE));
    }

    int falseAlarms() {
        return falseAlarms;
    }

    double missedRatio() {
        return (double) missed / outages;
    }

    Spread seconds() {
        return Spread.of(seconds.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Points of percentage by which a month's uptime was wrong. */
    Spread errors() {
        return Spread.of(errors.stream().mapToDouble(Double::doubleValue).toArray());
    }

    double falseAlarmsPerMonth() {
        return (double) falseAlarms / months;
    }
}
