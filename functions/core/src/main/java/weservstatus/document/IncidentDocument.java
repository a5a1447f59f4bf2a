package weservstatus.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import weservstatus.status.Announcements.IncidentState;
import weservstatus.status.Announcements.WorkState;
import weservstatus.status.StatusSnapshot;

/** {@code /api/v1/incidents/{id}}: one incident, or one time that planned work takes place. */
public final class IncidentDocument {
    private IncidentDocument() {}

    public static Rendered of(StatusSnapshot snapshot, IncidentState incident) {
        return of(snapshot, Optional.of(incident), Optional.empty());
    }

    public static Rendered of(StatusSnapshot snapshot, WorkState work) {
        return of(snapshot, Optional.empty(), Optional.of(work));
    }

    private static Rendered of(
            StatusSnapshot snapshot, Optional<IncidentState> incident, Optional<WorkState> work) {
        byte[] json =
                Json.document(one -> {
                    one.object("page", page -> page.text("name", snapshot.page().name()));
                    one.text("generatedAt", Times.seconds(snapshot.generatedAt()));
                    one.object("incident", incident, AnnouncementsJson::incident);
                    one.object("maintenance", work, AnnouncementsJson::work);
                    one.object("names", names -> names(snapshot).forEach(names::text));
                });
        return WholeDocument.of(json, Documents.JSON, Documents.CACHED_BRIEFLY);
    }

    private static Map<String, String> names(StatusSnapshot snapshot) {
        Map<String, String> names = new LinkedHashMap<>();
        snapshot.components().stream()
                .map(state -> state.component())
                .forEach(component -> names.put(component.id().value(), component.name()));
        return names;
    }
}
