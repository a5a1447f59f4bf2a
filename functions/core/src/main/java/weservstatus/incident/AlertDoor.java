package weservstatus.incident;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import weservstatus.check.BeatToken;
import weservstatus.check.ComponentId;
import weservstatus.verdict.ComponentStatus;

/**
 * Where one Alertmanager may call, and what its alerts mean here.
 *
 * @param id how its owner calls it
 * @param token by what a call is known to be its
 * @param rules the first that fits an alert counts; an alert that fits none means nothing
 * @param lasts how long what an alert says of a component counts after the last call; longer than
 *     the Alertmanager waits until it calls again
 */
public record AlertDoor(String id, BeatToken token, List<Rule> rules, Duration lasts) {
    public AlertDoor {
        rules = List.copyOf(rules);
    }

    /**
     * What some alerts mean.
     *
     * @param labels an alert has all of these
     * @param status of the component while the alert fires; worse than operational
     * @param means what becomes of it
     */
    public record Rule(
            Map<String, String> labels,
            ComponentId component,
            ComponentStatus status,
            Meaning means) {
        public Rule {
            labels = Map.copyOf(labels);
        }

        boolean fits(Map<String, String> alert) {
            return alert.entrySet().containsAll(labels.entrySet());
        }
    }

    /** What becomes of an alert. */
    public enum Meaning {
        /** An incident, which people read and are told of. */
        INCIDENT,
        /** A state of the component while it fires, and no more. */
        STATE
    }

    /** The rule for an alert with these labels, if it means that. */
    Optional<Rule> rule(Map<String, String> alert, Meaning meaning) {
        return rules.stream()
                .filter(rule -> rule.fits(alert))
                .findFirst()
                .filter(rule -> rule.means() == meaning);
    }

    /** The worst that these alerts mean for each component, of those that mean that. */
    SortedMap<ComponentId, ComponentStatus> meant(List<Alert> firing, Meaning meaning) {
        return firing.stream()
                .flatMap(alert -> rule(alert.labels(), meaning).stream())
                .collect(
                        Collectors.toMap(
                                Rule::component,
                                Rule::status,
                                (a, b) -> a.compareTo(b) >= 0 ? a : b,
                                TreeMap::new));
    }
}
