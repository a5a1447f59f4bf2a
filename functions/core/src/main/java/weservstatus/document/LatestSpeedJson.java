package weservstatus.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weservstatus.status.CheckReport;
import weservstatus.status.CheckReport.Seen;
import weservstatus.status.StatusSnapshot;
import weservstatus.status.StatusSnapshot.SpeedPart;

/**
 * {@code /api/v1/speed}: how fast new pictures were by location, format and phase, and the newest
 * good answers.
 */
final class LatestSpeedJson {
    private LatestSpeedJson() {}

    static byte[] write(StatusSnapshot snapshot) {
        return Json.document(json -> {
            json.text("generatedAt", Times.seconds(snapshot.generatedAt()));
            json.text("dataThrough", snapshot.dataThrough().map(Times::seconds));
            json.objects("places", snapshot.places(), StatusJson::place);
            json.objects("parts", snapshot.speed().parts(), LatestSpeedJson::part);
            json.objects("checks", timed(snapshot), LatestSpeedJson::check);
        });
    }

    private static void part(Json json, SpeedPart part) {
        json.text("location", word(part.location()));
        json.text("format", word(part.format()));
        json.text("phase", part.phase());
        json.object("day", day -> SpeedJson.percentiles(day, part.day()));
        json.objects("hours", part.hours(), SpeedJson::hour);
    }

    private static Optional<String> word(String word) {
        return Optional.of(word).filter(text -> !text.isEmpty());
    }

    private static List<CheckReport> timed(StatusSnapshot snapshot) {
        return snapshot.asked().checks().stream().filter(one -> !newest(one).isEmpty()).toList();
    }

    private static List<Seen> newest(CheckReport report) {
        Map<String, Seen> newest = new LinkedHashMap<>();
        report.seen().stream()
                .filter(Seen::cameGood)
                .forEach(seen -> newest.putIfAbsent(seen.location(), seen));
        return List.copyOf(newest.values());
    }

    private static void check(Json json, CheckReport report) {
        json.text("id", report.id());
        json.text("name", report.name());
        json.text("component", report.component().value());
        json.text("path", ChecksJson.path(report.rhythm().path()));
        json.objects("newest", newest(report), LatestSpeedJson::seen);
    }

    private static void seen(Json json, Seen seen) {
        json.text("location", seen.location());
        json.text("place", seen.place());
        json.text("at", Times.seconds(seen.at()));
        json.object("phasesMicros", phases -> PhasesJson.write(phases, seen.phases()));
    }
}
