package weservstatus.document;

import weservstatus.uptime.Tally;

/** How the time of a period was spent, in milliseconds. */
final class TallyJson {
    private TallyJson() {}

    static void write(Json json, Tally tally) {
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
