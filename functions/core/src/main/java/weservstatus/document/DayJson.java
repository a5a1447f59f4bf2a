package weservstatus.document;

import weservstatus.status.StatusSnapshot.Day;
import weservstatus.uptime.Tally;

/**
 * One UTC day of a component: milliseconds in each state, and how long it was out at least and at
 * most.
 */
final class DayJson {
    private DayJson() {}

    static void write(Json json, Day day) {
        Tally tally = day.tally();
        json.text("date", day.date().toString());
        json.number("operational", tally.operational());
        json.number("degraded", tally.degraded());
        json.number("partial", tally.partial());
        json.number("major", tally.major());
        json.number("maintenance", tally.maintenance());
        json.number("unobserved", tally.unobserved());
        json.number("least", tally.least());
        json.number("most", tally.most());
    }
}
