package weservstatus.document;

import static weservstatus.document.BadgeName.LATENCY_JSON;
import static weservstatus.document.BadgeName.LATENCY_SVG;
import static weservstatus.document.BadgeName.STATUS_JSON;
import static weservstatus.document.BadgeName.STATUS_SVG;
import static weservstatus.document.BadgeName.UPTIME_JSON;
import static weservstatus.document.BadgeName.UPTIME_SVG;

import java.util.EnumMap;
import java.util.Map;
import weservstatus.status.StatusSnapshot;
import weservstatus.status.StatusSnapshot.ComponentState;

/** All badges of the page or of one component. */
final class Badges {
    private Badges() {}

    static Map<BadgeName, Rendered> ofPage(StatusSnapshot snapshot) {
        return all(
                Badge.status(Badge.label(snapshot.page().name()), snapshot.status()),
                Badge.uptime(
                        "uptime", Badge.lowestUptime(snapshot.components()), snapshot.status()),
                Badge.latency("latency", snapshot.speed().day().p50(), snapshot.status()));
    }

    static Map<BadgeName, Rendered> of(ComponentState state) {
        String name = Badge.label(state.component().name());
        return all(
                Badge.status(name, state.status()),
                Badge.uptime(name + " uptime", Badge.uptime(state), state.status()),
                Badge.latency(name + " latency", Badge.latency(state), state.status()));
    }

    private static Map<BadgeName, Rendered> all(Badge status, Badge uptime, Badge latency) {
        Map<BadgeName, Rendered> all = new EnumMap<>(BadgeName.class);
        all.put(STATUS_SVG, svg(status));
        all.put(UPTIME_SVG, svg(uptime));
        all.put(LATENCY_SVG, svg(latency));
        all.put(STATUS_JSON, json(status));
        all.put(UPTIME_JSON, json(uptime));
        all.put(LATENCY_JSON, json(latency));
        return all;
    }

    private static Rendered svg(Badge badge) {
        return WholeDocument.of(
                BadgeSvg.write(badge), BadgeSvg.MEDIA_TYPE, Documents.CACHED_BRIEFLY);
    }

    private static Rendered json(Badge badge) {
        return WholeDocument.of(ShieldsJson.write(badge), Documents.JSON, Documents.CACHED_BRIEFLY);
    }
}
