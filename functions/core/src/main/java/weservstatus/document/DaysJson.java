package weservstatus.document;

import weservstatus.status.StatusSnapshot.ComponentState;
import weservstatus.status.StatusSnapshot.Day;
import weservstatus.status.UptimeFigure;

/** {@code /api/v1/components/{id}/days}: the days of one component with their percentages. */
final class DaysJson {
    private DaysJson() {}

    static Slices of(ComponentState state) {
        return new Slices(
                state.component().id(), "days", state.days().stream().map(DaysJson::day).toList());
    }

    private static byte[] day(Day day) {
        return Json.document(json -> {
            DayJson.write(json, day);
            FiguresJson.figures(json, UptimeFigure.of(day.tally()));
            RevisedJson.write(json, day.revised());
        });
    }
}
