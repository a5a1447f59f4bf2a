package weservstatus.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import weservstatus.incident.FactWords;
import weservstatus.incident.Incident;
import weservstatus.incident.IncidentUpdate;
import weservstatus.incident.Trouble;

/**
 * What the clock gives to tell of incidents: that one still lasts and nobody is at it. Pure; of
 * reminders that came due together only the newest is told.
 */
public final class IncidentClock {
    private IncidentClock() {}

    /** The reminders that came due after {@code last} and not later than {@code now}. */
    public static List<Notice> due(
            List<Incident> incidents, ReminderPace pace, Instant last, Instant now) {
        return incidents.stream()
                .filter(Incident::isOpen)
                .filter(incident -> incident.acknowledged().isEmpty() && !incident.isTakenOver())
                .flatMap(incident -> due(incident, pace, last, now).stream())
                .toList();
    }

    /** Before then no reminder comes due: there is none but of what opens after {@code now}. */
    public static Instant quiet(List<Incident> incidents, ReminderPace pace, Instant now) {
        return incidents.stream().anyMatch(Incident::isOpen) ? now : now.plus(pace.wait(1));
    }

    private static Optional<Notice> due(
            Incident incident, ReminderPace pace, Instant last, Instant now) {
        Optional<IncidentUpdate> word =
                incident.updates().stream().filter(IncidentUpdate::told).reduce((a, b) -> b);
        return word.flatMap(said ->
                newest(said.written(), pace, last, now)
                        .map(number -> notice(incident, said, number, now)));
    }

    /** Number of the newest reminder that came due, absent when none did. */
    private static Optional<Integer> newest(
            Instant from, ReminderPace pace, Instant last, Instant now) {
        Optional<Integer> newest = Optional.empty();
        Instant at = from.plus(pace.wait(1));
        for (int number = 1; !at.isAfter(now); number++) {
            if (at.isAfter(last)) {
                newest = Optional.of(number);
            }
            at = at.plus(pace.wait(number + 1));
        }
        return newest;
    }

    private static Notice notice(Incident incident, IncidentUpdate said, int number, Instant now) {
        Duration lasted = incident.lasted(now);
        String what =
                Stream.of(
                                "It has lasted for %s, and nobody has acknowledged it."
                                        .formatted(FactWords.length(lasted)),
                                said.body())
                        .filter(part -> !part.isBlank())
                        .reduce((a, b) -> a + "\n\n" + b)
                        .orElseThrow();
        return new Notice(
                MessageId.of("incident/" + incident.id(), Event.REMINDER, said.id() + "-" + number),
                Event.REMINDER,
                new About.OfIncident(incident.id()),
                new Message.Heading(incident.title(), incident.impact(), incident.status().label()),
                IncidentNotices.parts(incident),
                IncidentNotices.facts(incident, what, Trouble.Facts.NONE),
                incident.evidence(),
                true,
                now);
    }
}
