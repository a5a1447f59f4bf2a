package weservstatus.status;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import weservstatus.status.StatusSnapshot.HourSpeed;
import weservstatus.status.StatusSnapshot.SpeedPart;
import weservstatus.uptime.Percentiles;

/** Speed by location, format and phase. */
final class SampleSpeed {
    private SampleSpeed() {}

    static List<SpeedPart> parts(Instant hour) {
        return List.of(
                part("", "", "dns", 3, List.of()),
                part("", "webp", "total", 90, List.of(new HourSpeed(hour, percentiles(90)))),
                part("here", "", "firstByte", 70, List.of()),
                part("here", "", "total", 110, List.of(new HourSpeed(hour, percentiles(110)))),
                part("here", "webp", "total", 90, List.of()));
    }

    private static SpeedPart part(
            String place, String format, String phase, double p50, List<HourSpeed> hours) {
        return new SpeedPart(place, format, phase, percentiles(p50), hours);
    }

    private static Percentiles percentiles(double p50) {
        return new Percentiles(60, Optional.of(p50), Optional.of(2 * p50), Optional.empty());
    }
}
