package weservstatus.notify;

import java.util.Arrays;
import java.util.Optional;

/** What a message tells. Its word stands in filters, attributes and JSON. */
public enum Event {
    /** An incident began. */
    OPENED("opened"),
    /** Something was said of an incident or of planned work, or changed about it. */
    UPDATE("update"),
    /** An incident is over. */
    RESOLVED("resolved"),
    /** Work was announced. */
    PLANNED("planned"),
    /** An incident still lasts and nobody has acknowledged it; or announced work begins soon. */
    REMINDER("reminder"),
    /** Work began. */
    STARTED("started"),
    /** Work goes on past the end that was told. */
    OVERRUN("overrun"),
    /** Work ended. */
    ENDED("ended"),
    /** Work does not take place, or broke off. */
    CANCELLED("cancelled"),
    /** A component goes up and down; its single changes are not told for a while. */
    UNSTABLE("unstable"),
    /** Several messages in one, or one that says that more are held back. */
    GROUPED("grouped"),
    /** Somebody tries a channel. */
    TEST("test");

    private final String label;

    Event(String label) {
        this.label = label;
    }

    /** Whether something of which more is to come begins to be told. */
    boolean begins() {
        return this == OPENED || this == PLANNED || this == STARTED;
    }

    /** Whether something is over. */
    public boolean ends() {
        return this == RESOLVED || this == ENDED || this == CANCELLED;
    }

    /** Whether it goes through however much was told before. */
    boolean isAlwaysTold() {
        return ends() || this == TEST;
    }

    /** Whether people who can do nothing about it want to hear it. */
    public boolean isForVisitors(About about) {
        return switch (this) {
            case OPENED, UPDATE, RESOLVED, PLANNED, STARTED, OVERRUN, ENDED, CANCELLED -> true;
            case REMINDER -> about instanceof About.OfWork;
            case UNSTABLE, GROUPED, TEST -> false;
        };
    }

    public String label() {
        return label;
    }

    public static Optional<Event> find(String label) {
        return Arrays.stream(values()).filter(event -> event.label.equals(label)).findFirst();
    }
}
