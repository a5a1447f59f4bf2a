package weservstatus.document;

import weservstatus.status.StatusSnapshot.Day;

/**
 * One UTC day of a component: milliseconds in each state, and how long it was out at least and at
 * most.
 */
final class DayJson {
    private DayJson() {}

    static void write(Json json, Day day) {
        json.text("date", day.date().toString());
        TallyJson.write(json, day.tally());
    }
}
