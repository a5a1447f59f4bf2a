package weservstatus.incident;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import weservstatus.check.BeatToken;
import weservstatus.check.ComponentId;
import weservstatus.verdict.ComponentStatus;

/**
 * Where one Alertmanager may call, and what its alerts mean here.
 *
 * @param id how its owner calls it
 * @param token by what a call is known to be its
 * @param rules the first that fits an alert counts; an alert that fits none means nothing
 */
public record AlertDoor(String id, BeatToken token, List<Rule> rules) {
    public AlertDoor {
        rules = List.copyOf(rules);
    }

    /**
     * What some alerts mean.
     *
     * @param labels an alert has all of these
     * @param status of the component while the alert fires; worse than operational
     */
    public record Rule(Map<String, String> labels, ComponentId component, ComponentStatus status) {
        public Rule {
            labels = Map.copyOf(labels);
        }

        boolean fits(Map<String, String> alert) {
            return alert.entrySet().containsAll(labels.entrySet());
        }
    }

    /** What an alert with these labels means. */
    Optional<Rule> rule(Map<String, String> alert) {
        return rules.stream().filter(rule -> rule.fits(alert)).findFirst();
    }
}
