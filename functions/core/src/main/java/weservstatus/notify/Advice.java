package weservstatus.notify;

import java.util.Optional;
import weservstatus.observe.Side;

/** What a reader should do: the table of docs/notifications.md. */
public final class Advice {
    private Advice() {}

    /** One or two sentences for whoever looks after the service; may be empty. */
    public static String of(Notice notice) {
        return switch (notice.about()) {
            case About.OfIncident ignored -> ofIncident(notice.event(), notice.facts().side());
            case About.OfWork ignored -> ofWork(notice.event());
            case About.OfMessages ignored -> ofMessages(notice.event());
        };
    }

    /** The same message for people who can do nothing about it. */
    public static Message forVisitors(Message message) {
        return new Message(
                message.id(),
                message.event(),
                message.about(),
                message.page(),
                message.heading(),
                message.parts(),
                message.facts(),
                new Message.Look(
                        message.look().link(), message.look().evidence(), Optional.empty()),
                visitors(message),
                message.at());
    }

    private static String visitors(Message message) {
        return switch (message.about()) {
            case About.OfIncident ignored ->
                    message.event() == Event.RESOLVED
                            ? message.advice()
                            : "Nothing; you get word when something changes.";
            case About.OfWork ignored -> message.advice();
            case About.OfMessages ignored -> message.advice();
        };
    }

    private static String ofIncident(Event event, Optional<Side> side) {
        return switch (event) {
            case OPENED, UPDATE, UNSTABLE -> look(side);
            case REMINDER -> look(side) + " Acknowledge the incident to end these reminders.";
            case RESOLVED -> "Nothing; it is over. The page keeps what was seen.";
            case PLANNED, STARTED, OVERRUN, ENDED, CANCELLED, GROUPED, TEST -> "";
        };
    }

    private static String look(Optional<Side> side) {
        return side.map(Advice::look)
                .orElse("Open the link: the page shows what fails and from where.");
    }

    private static String look(Side side) {
        return switch (side) {
            case SERVICE -> "Look at the image service: its processes, logs and load.";
            case EDGE -> "Look at DNS, certificates, the network and the CDN before the service.";
            case ORIGIN -> "Look at the host of the test picture; the service may be well.";
            case BLOCKED -> "Let the monitor's addresses pass, or make it ask less often.";
            case MONITOR -> "Look at the machine of the monitor and its network.";
        };
    }

    private static String ofWork(Event event) {
        return switch (event) {
            case PLANNED, REMINDER -> "Expect failures of these components in that time.";
            case STARTED, OVERRUN -> "Expect failures of these components until it ends.";
            case UPDATE -> "Note the times.";
            case ENDED -> "Nothing; what still fails becomes an incident.";
            case CANCELLED -> "Nothing; it does not take place.";
            case OPENED, RESOLVED, UNSTABLE, GROUPED, TEST -> "";
        };
    }

    private static String ofMessages(Event event) {
        return switch (event) {
            case GROUPED -> "Open the link: the page shows all of them.";
            case TEST -> "Nothing; this channel works.";
            case OPENED,
                    UPDATE,
                    RESOLVED,
                    PLANNED,
                    REMINDER,
                    STARTED,
                    OVERRUN,
                    ENDED,
                    CANCELLED,
                    UNSTABLE ->
                    "";
        };
    }
}
