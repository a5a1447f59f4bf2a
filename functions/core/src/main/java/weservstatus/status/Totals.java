package weservstatus.status;

import java.util.List;
import weservstatus.status.StatusSnapshot.Day;
import weservstatus.uptime.Tally;

/**
 * How a component fared over the windows that people ask for.
 *
 * @param day the last 24 whole or begun hours
 * @param week the last 7 UTC days, today included
 * @param month the last 30 UTC days, today included
 * @param quarter the last 90 UTC days, today included
 */
public record Totals(Tally day, Tally week, Tally month, Tally quarter) {

    /** From the last 24 hours and the last 90 days, oldest first. */
    public static Totals of(Tally day, List<Day> days) {
        return new Totals(day, sum(days, 7), sum(days, 30), sum(days, 90));
    }

    private static Tally sum(List<Day> days, int last) {
        return days.stream()
                .skip(Math.max(0, days.size() - last))
                .map(Day::tally)
                .reduce(Tally.NONE, Tally::plus);
    }
}
