package weservstatus.document;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import weservstatus.status.StatusSnapshot.ComponentState;
import weservstatus.status.UptimeFigure;
import weservstatus.text.CleanText;
import weservstatus.verdict.ComponentStatus;

/**
 * Two words and a colour. Whatever is unknown now is grey, also what is known of the past: a badge
 * of a monitor that died must not stay green.
 *
 * @param colour background of the message; white text on it has a contrast of at least 4.5
 */
record Badge(String label, String message, String colour) {
    static final String GREEN = "#1a7f37";
    static final String BLUE = "#0b63c5";
    static final String GREY = "#656d76";
    static final String AMBER = "#8a6100";
    static final String ORANGE = "#b54708";
    static final String RED = "#c62828";

    private static final String UNKNOWN = "unknown";
    private static final int LONGEST = 40;

    /** The state. */
    static Badge status(String label, ComponentStatus status) {
        return new Badge(label, Words.of(status.label()), colour(status));
    }

    /** Uptime of 90 days. */
    static Badge uptime(String label, Optional<String> percent, ComponentStatus now) {
        return new Badge(
                label,
                percent.map(known -> known + " %").orElse(UNKNOWN),
                known(percent.map(Badge::colour), now));
    }

    /** Latency in milliseconds. */
    static Badge latency(String label, Optional<Double> p50, ComponentStatus now) {
        return new Badge(
                label,
                p50.map(known -> Math.round(known) + " ms").orElse(UNKNOWN),
                known(p50.map(_ -> BLUE), now));
    }

    /** The lowest uptime of any component that has one: the page is no better than that. */
    static Optional<String> lowestUptime(List<ComponentState> components) {
        return components.stream()
                .flatMap(component -> uptime(component).stream())
                .min(Comparator.comparingDouble(Double::parseDouble));
    }

    static Optional<String> uptime(ComponentState component) {
        return UptimeFigure.uptime(component.totals().quarter());
    }

    /** Half of the answers came within this time, in the newest hour that has enough of them. */
    static Optional<Double> latency(ComponentState component) {
        return component.speed().reversed().stream()
                .flatMap(hour -> hour.latency().p50().stream())
                .findFirst();
    }

    /** A name for the left part: one line, not too long, not empty. */
    static String label(String name) {
        String line = CleanText.line(name);
        int points = line.codePointCount(0, line.length());
        String cut =
                points <= LONGEST
                        ? line
                        : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
        return cut.isEmpty() ? "status" : cut;
    }

    private static String known(Optional<String> colour, ComponentStatus now) {
        return colour.filter(_ -> now != ComponentStatus.UNKNOWN).orElse(GREY);
    }

    private static String colour(ComponentStatus status) {
        return switch (status) {
            case OPERATIONAL -> GREEN;
            case UNDER_MAINTENANCE -> BLUE;
            case UNKNOWN -> GREY;
            case DEGRADED_PERFORMANCE -> AMBER;
            case PARTIAL_OUTAGE -> ORANGE;
            case MAJOR_OUTAGE -> RED;
        };
    }

    /** At 99.9 %, 43 minutes down in 30 days, most people notice nothing; at 99 % they do. */
    private static String colour(String percent) {
        double uptime = Double.parseDouble(percent);
        return uptime >= 99.9 ? GREEN : uptime >= 99 ? AMBER : RED;
    }
}
