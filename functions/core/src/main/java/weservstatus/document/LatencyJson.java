package weservstatus.document;

import weservstatus.status.StatusSnapshot.ComponentState;
import weservstatus.status.StatusSnapshot.HourSpeed;

/** {@code /api/v1/components/{id}/latency}: the last hours of one component. */
final class LatencyJson {
    private LatencyJson() {}

    static Slices of(ComponentState state) {
        return new Slices(
                state.component().id(),
                "hours",
                state.speed().stream().map(LatencyJson::hour).toList());
    }

    private static byte[] hour(HourSpeed hour) {
        return Json.document(json -> SpeedJson.hour(json, hour));
    }
}
