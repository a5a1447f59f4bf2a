package weservstatus.verdict;

import java.time.Duration;
import java.time.Instant;
import weservstatus.check.ComponentId;

/**
 * What somebody says that a component is, until then, whatever is seen of it.
 *
 * @param id for what a person set the component's, so that there is one; else unique to the alert
 * @param status anything but unknown
 * @param begun when it was said first
 * @param until when it ends by itself
 * @param reason one line for visitors
 * @param by who speaks
 * @param who name of the person or the Alertmanager; never shown to visitors
 */
public record ComponentOverride(
        String id,
        ComponentId component,
        ComponentStatus status,
        Instant begun,
        Instant until,
        String reason,
        Speaker by,
        String who) {
    /** One that nobody remembers would hide the next outage, so it ends within a week. */
    public static final Duration LONGEST = Duration.ofDays(7);

    /** Who speaks. */
    public enum Speaker {
        PERSON("person"),
        ALERT("alert");

        private final String label;

        Speaker(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Whether it still counts. */
    boolean lasts(Instant now) {
        return now.isBefore(until);
    }
}
