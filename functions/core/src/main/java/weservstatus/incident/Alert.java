package weservstatus.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One alert, as an Alertmanager tells it.
 *
 * @param summary what it says in one line, may be empty
 * @param ended absent while it fires
 */
public record Alert(
        Map<String, String> labels, String summary, Instant started, Optional<Instant> ended) {
    public Alert {
        labels = Map.copyOf(labels);
    }

    /**
     * Alerts that an Alertmanager tells together.
     *
     * @param key the same for every call about this group
     * @param title what it is called in one line
     */
    public record Group(String key, String title, List<Alert> alerts) {
        public Group {
            alerts = List.copyOf(alerts);
        }
    }

    boolean fires() {
        return ended.isEmpty();
    }
}
