package weservstatus.slo;

import java.time.Duration;
import java.util.Locale;

/**
 * A pair of windows over which a budget burns too fast; from the table of the SRE Workbook, chapter
 * 5. The long window says that it matters, the short one that it still goes on.
 */
public enum BurnWindow {
    /** 2 % of a 30-day budget. */
    FAST(Duration.ofHours(1), Duration.ofMinutes(5), 14.4, Urgency.PAGE),
    /** 5 %. */
    STEADY(Duration.ofHours(6), Duration.ofMinutes(30), 6, Urgency.PAGE),
    /** 10 %. */
    SLOW(Duration.ofHours(24), Duration.ofHours(2), 3, Urgency.TICKET),
    /** 10 %. */
    CREEPING(Duration.ofDays(3), Duration.ofHours(6), 1, Urgency.TICKET);

    private final Duration longWindow;
    private final Duration shortWindow;
    private final double factor;
    private final Urgency urgency;

    BurnWindow(Duration longWindow, Duration shortWindow, double factor, Urgency urgency) {
        this.longWindow = longWindow;
        this.shortWindow = shortWindow;
        this.factor = factor;
        this.urgency = urgency;
    }

    /** As people read it: fast, steady, slow or creeping. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Duration longWindow() {
        return longWindow;
    }

    /** A twelfth of the long one. */
    public Duration shortWindow() {
        return shortWindow;
    }

    /** The burn rate that both windows must exceed. */
    public double factor() {
        return factor;
    }

    public Urgency urgency() {
        return urgency;
    }
}
