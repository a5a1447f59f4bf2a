package weservstatus.status;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import weservstatus.status.StatusSnapshot.HourSpeed;
import weservstatus.status.StatusSnapshot.SpeedPart;
import weservstatus.uptime.Latency;
import weservstatus.uptime.Part;

/** Speed of new pictures in the last 24 hours, by location, format and phase. */
final class SpeedParts {
    private static final String ALL = "";

    private final Hours hours;

    SpeedParts(Hours hours) {
        this.hours = hours;
    }

    /** Each location, each format, each of both, and the phases of all and of each location. */
    List<SpeedPart> all() {
        TreeMap<String, SpeedPart> parts = new TreeMap<>();
        for (Instant hour : hours.starts()) {
            for (Part part : hours.partsAt(hour).keySet()) {
                wanted(part).forEach(one -> parts.computeIfAbsent(one.key(), _ -> made(one)));
            }
        }
        return List.copyOf(parts.values());
    }

    /** What is told of a part; the hours of the most telling ones alone. */
    private record Wanted(String location, String format, String phase, boolean hourly) {
        String key() {
            return String.join("/", location, format, phase);
        }
    }

    private static List<Wanted> wanted(Part part) {
        String place = part.location().value();
        return part.phase().equals(Part.TOTAL)
                ? List.of(
                        new Wanted(place, ALL, part.phase(), true),
                        new Wanted(ALL, part.format(), part.phase(), true),
                        new Wanted(place, part.format(), part.phase(), false))
                : List.of(
                        new Wanted(place, ALL, part.phase(), false),
                        new Wanted(ALL, ALL, part.phase(), false));
    }

    private SpeedPart made(Wanted one) {
        List<Latency> day =
                hours.starts().stream().flatMap(hour -> matching(hour, one).stream()).toList();
        List<Instant> starts = one.hourly() ? hours.starts() : List.of();
        List<HourSpeed> each =
                starts.stream()
                        .map(hour -> new HourSpeed(hour, Latency.percentiles(matching(hour, one))))
                        .toList();
        return new SpeedPart(
                one.location(), one.format(), one.phase(), Latency.percentiles(day), each);
    }

    private List<Latency> matching(Instant hour, Wanted one) {
        return hours.partsAt(hour).entrySet().stream()
                .filter(entry -> entry.getKey().phase().equals(one.phase()))
                .filter(entry -> isAnyOr(one.location(), entry.getKey().location().value()))
                .filter(entry -> isAnyOr(one.format(), entry.getKey().format()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static boolean isAnyOr(String wanted, String given) {
        return wanted.equals(ALL) || wanted.equals(given);
    }
}
