package weservstatus.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import weservstatus.check.ComponentId;
import weservstatus.incident.Amendment;
import weservstatus.incident.Author;
import weservstatus.incident.Calendar;
import weservstatus.incident.ComponentChange;
import weservstatus.incident.Impact;
import weservstatus.incident.Incident;
import weservstatus.incident.IncidentId;
import weservstatus.incident.IncidentStatus;
import weservstatus.incident.IncidentUpdate;
import weservstatus.incident.Maintenance;
import weservstatus.incident.MaintenanceId;
import weservstatus.incident.MaintenanceStatus;
import weservstatus.incident.MaintenanceUpdate;
import weservstatus.incident.Timetable;
import weservstatus.status.StatusSnapshot.GroupState;
import weservstatus.time.Interval;
import weservstatus.verdict.ComponentStatus;

/** Incidents and planned work of every shape around one moment, the same for the same seed. */
public final class RandomAnnouncements {
    private final Random random;
    private final Instant now;

    public RandomAnnouncements(Random random, Instant now) {
        this.random = random;
        this.now = now;
    }

    /** Announcements about components of these groups, and about some that are gone. */
    public Announcements any(List<GroupState> groups) {
        List<ComponentId> components = new ArrayList<>();
        components.add(new ComponentId("gone"));
        groups.stream()
                .flatMap(group -> group.components().stream())
                .forEach(state -> components.add(state.component().id()));
        List<Incident> incidents =
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(number -> incident(number, components))
                        .toList();
        List<Maintenance> works =
                IntStream.range(0, random.nextInt(3))
                        .mapToObj(number -> work(number, components))
                        .toList();
        return Announcing.of(incidents, new Calendar(works), now);
    }

    private Incident incident(int number, List<ComponentId> components) {
        List<Instant> times =
                IntStream.range(0, 1 + random.nextInt(4))
                        .mapToObj(i -> minutesAgo(1 + random.nextInt(10_000)))
                        .sorted()
                        .toList();
        List<IncidentUpdate> updates =
                IntStream.range(0, times.size())
                        .mapToObj(i -> update(i, times.get(i), components))
                        .toList();
        boolean over = updates.getLast().status().isOver();
        Instant started = times.getFirst().minusSeconds(random.nextInt(600));
        return new Incident(
                IncidentId.ofRequest("random-" + number),
                updates.stream()
                        .map(IncidentUpdate::written)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                new Incident.Heading(text(), one(Impact.values()), author()),
                new Incident.Span(
                        started,
                        over ? Optional.of(times.getLast()) : Optional.empty(),
                        Optional.empty()),
                updates,
                List.of(),
                Optional.empty());
    }

    private IncidentUpdate update(int number, Instant at, List<ComponentId> components) {
        List<ComponentChange> changes =
                random.nextBoolean()
                        ? List.of()
                        : List.of(
                                new ComponentChange(
                                        one(components),
                                        one(ComponentStatus.values()),
                                        one(ComponentStatus.values())));
        return new IncidentUpdate(
                "u" + number,
                one(IncidentStatus.values()),
                author(),
                text(),
                at,
                at.plusSeconds(random.nextInt(60)),
                changes,
                random.nextBoolean());
    }

    private Maintenance work(int number, List<ComponentId> components) {
        Instant start = now.plus(Duration.ofMinutes(random.nextInt(20_000) - 10_000));
        Interval window =
                new Interval(start, start.plus(Duration.ofMinutes(1 + random.nextInt(600))));
        Timetable timetable =
                random.nextBoolean()
                        ? new Timetable.Once(window)
                        : new Timetable.Recurring(
                                "FREQ=WEEKLY",
                                ZoneId.of("Europe/Berlin"),
                                LocalDateTime.parse("2026-11-03T02:30"),
                                Duration.ofHours(2));
        Instant planned =
                timetable
                        .within(
                                new Interval(
                                        now.minusSeconds(9_000_000), now.plusSeconds(9_000_000)))
                        .getFirst()
                        .start();
        return new Maintenance(
                MaintenanceId.ofRequest("random-" + number),
                text(),
                text(),
                Set.of(one(components)),
                timetable,
                planned.minusSeconds(random.nextInt(100_000)),
                List.of(),
                random.nextBoolean(),
                random.nextBoolean()
                        ? List.of()
                        : List.of(Amendment.none(planned).cancelledAt(planned.minusSeconds(60))),
                List.of(
                        new MaintenanceUpdate(
                                "w",
                                planned,
                                one(MaintenanceStatus.values()),
                                author(),
                                text(),
                                planned)),
                Optional.empty());
    }

    private Author author() {
        return random.nextBoolean() ? Author.machine() : new Author.Person("ada");
    }

    private Instant minutesAgo(int minutes) {
        return now.minus(Duration.ofMinutes(minutes));
    }

    private String text() {
        return random.ints(1 + random.nextInt(20), 0, 0x10000)
                .collect(
                        StringBuilder::new,
                        (text, character) -> text.append((char) character),
                        StringBuilder::append)
                .toString();
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
