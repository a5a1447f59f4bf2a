package weservstatus.api;

import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.incident.Maintenance;
import weservstatus.incident.Occurrence;
import weservstatus.store.Codec;
import weservstatus.store.MaintenanceJson;
import weservstatus.store.Stored;
import weservstatus.time.Interval;

/** Planned work as administrators see it: as it is kept, and when it takes place. */
final class WorkView {
    private static final Duration PAST = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(60);
    private static final int MOST = 20;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Codec<Maintenance> CODEC = new MaintenanceJson();

    private WorkView() {}

    static ObjectNode of(Stored<Maintenance> stored, Instant now) {
        ObjectNode json = of((ObjectNode) JSON.readTree(CODEC.encode(stored.value())), now);
        return json.put("version", stored.version());
    }

    static ObjectNode of(ObjectNode document, Instant now) {
        Maintenance work = CODEC.decode(document.toString());
        document.remove("v");
        ArrayNode occurrences = document.putArray("occurrences");
        work.occurrences(new Interval(now.minus(PAST), now.plus(AHEAD))).stream()
                .limit(MOST)
                .forEach(occurrence -> write(occurrence, now, occurrences.addObject()));
        return document;
    }

    private static void write(Occurrence occurrence, Instant now, ObjectNode json) {
        json.put("planned", occurrence.planned().start().toString());
        json.put("status", occurrence.status(now).label());
        json.put("start", occurrence.start().toString());
        json.put("announcedEnd", occurrence.announcedEnd().toString());
        json.put("end", occurrence.end().toString());
        json.put("overruns", occurrence.overruns(now));
    }
}
