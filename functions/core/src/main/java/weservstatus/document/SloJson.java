package weservstatus.document;

import java.util.Optional;
import weservstatus.slo.Budget;
import weservstatus.slo.BurnWindow;
import weservstatus.slo.ObjectiveState;
import weservstatus.status.StatusSnapshot;
import weservstatus.status.StatusSnapshot.ComponentState;

/** {@code /api/v1/slo}: what components promise and how much of their error budgets is left. */
final class SloJson {
    private static final double PERCENT = 100;

    private SloJson() {}

    static byte[] write(StatusSnapshot snapshot) {
        return Json.document(json -> {
            json.text("generatedAt", Times.seconds(snapshot.generatedAt()));
            json.text("dataThrough", snapshot.dataThrough().map(Times::seconds));
            json.objects(
                    "objectives",
                    snapshot.components().stream()
                            .filter(state -> state.objective().isPresent())
                            .toList(),
                    (one, state) -> objective(one, state, state.objective().orElseThrow()));
        });
    }

    private static void objective(Json json, ComponentState state, ObjectiveState standing) {
        Budget budget = standing.budget();
        json.text("component", state.component().id().value());
        json.text("name", state.component().name());
        json.text("good", budget.objective().percent());
        json.number("windowDays", budget.objective().window().toDays());
        json.number("answers", standing.counted());
        json.number("bad", budget.spent());
        json.tenths("allowed", Optional.of(budget.allowed()));
        json.tenths("spentPercent", Optional.of(PERCENT * budget.spentRatio()));
        json.tenths("leftPercent", Optional.of(PERCENT * budget.remainingRatio()));
        json.hundredths("burnRate", budget.burnRate());
        json.text("empty", budget.empty().map(Times::seconds));
        json.text("burning", standing.burning().map(BurnWindow::label));
        json.objects("pairs", standing.rates(), SloJson::pair);
    }

    private static void pair(Json json, ObjectiveState.Rate rate) {
        BurnWindow window = rate.window();
        json.text("pair", window.label());
        json.text("urgency", window.urgency().label());
        json.number("longMinutes", window.longWindow().toMinutes());
        json.number("shortMinutes", window.shortWindow().toMinutes());
        json.tenths("factor", Optional.of(window.factor()));
        json.hundredths("longRate", rate.longRate());
        json.hundredths("shortRate", rate.shortRate());
    }
}
