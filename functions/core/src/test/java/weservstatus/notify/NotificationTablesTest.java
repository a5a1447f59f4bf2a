package weservstatus.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import weservstatus.check.ComponentId;
import weservstatus.incident.Amendment;
import weservstatus.incident.Author;
import weservstatus.incident.Calendar;
import weservstatus.incident.ComponentChange;
import weservstatus.incident.Incident;
import weservstatus.incident.IncidentCommand;
import weservstatus.incident.IncidentId;
import weservstatus.incident.IncidentStatus;
import weservstatus.incident.IncidentUpdate;
import weservstatus.incident.Incidents;
import weservstatus.incident.Maintenance;
import weservstatus.incident.MaintenanceId;
import weservstatus.incident.Timetable;
import weservstatus.observe.Side;
import weservstatus.time.Interval;
import weservstatus.verdict.ComponentStatus;
import weservstatus.verdict.MarkdownTable;

/** Runs every row of the tables in docs/notifications.md. */
class NotificationTablesTest {
    private static final Instant ZERO = SampleNotices.START;

    private static List<Arguments> rows(String name, int cells) {
        return MarkdownTable.rows("notifications.md", name, cells);
    }

    static List<Arguments> reminders() {
        return rows("reminders", 3);
    }

    static List<Arguments> work() {
        return rows("work", 4);
    }

    static List<Arguments> sense() {
        return rows("sense", 3);
    }

    static List<Arguments> retries() {
        return rows("retries", 4);
    }

    static List<Arguments> advice() {
        return rows("advice", 4);
    }

    @ParameterizedTest
    @MethodSource("reminders")
    void remindersBackOff(String first, String longest, String minutes) {
        ReminderPace pace = new ReminderPace(minutes(first), minutes(longest));
        List<Long> expected = Stream.of(minutes.split(" ", -1)).map(Long::valueOf).toList();
        List<Long> due = new ArrayList<>();
        for (long minute = 1; minute <= expected.getLast(); minute++) {
            boolean one =
                    !IncidentClock.due(List.of(incident()), pace, at(minute - 1), at(minute))
                            .isEmpty();
            if (one) {
                due.add(minute);
            }
        }

        assertThat(due).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("work")
    void plannedWorkIsToldByTheClock(String change, String last, String now, String told) {
        Calendar calendar = new Calendar(List.of(changed(change)));

        List<Notice> due = WorkClock.due(calendar, at(number(last)), at(number(now)));

        assertThat(due.stream().map(notice -> notice.event().label()).toList())
                .isEqualTo(told.isEmpty() ? List.of() : List.of(told));
        assertThat(WorkClock.due(calendar, at(number(last)), at(number(now)))).isEqualTo(due);
    }

    @ParameterizedTest
    @MethodSource("sense")
    void aChannelGetsWhatIsWorthIt(String written, String where, String gets) {
        assertThat(new SenseStory(written, where).told())
                .isEqualTo(gets.isEmpty() ? List.of() : List.of(gets.split(", ", -1)));
    }

    @ParameterizedTest
    @MethodSource("retries")
    void whatDidNotGoThroughIsTriedAgain(String tried, String since, String asked, String next) {
        Instant now = at(number(since));
        Optional<Instant> again =
                Retries.next(
                        Integer.parseInt(tried),
                        ZERO,
                        now,
                        new Delivery.Failed(
                                "503",
                                asked.isEmpty() ? Optional.empty() : Optional.of(seconds(asked))));

        assertThat(again.map(then -> then.getEpochSecond() - now.getEpochSecond() + " s"))
                .isEqualTo(next.equals("given up") ? Optional.empty() : Optional.of(next));
    }

    @ParameterizedTest
    @MethodSource("advice")
    void eachMessageSaysWhatToDo(String about, String event, String side, String advice) {
        Event which = Event.find(event).orElseThrow();
        Notice notice =
                about.equals("work")
                        ? SampleNotices.work(which, 0)
                        : SampleNotices.incident("a", which, 0);

        assertThat(Advice.of(onSide(notice, side))).isEqualTo(advice);
    }

    private static Notice onSide(Notice notice, String label) {
        Message.Facts facts = notice.facts();
        Optional<Side> side =
                Stream.of(Side.values()).filter(one -> one.label().equals(label)).findFirst();
        return new Notice(
                notice.id(),
                notice.event(),
                notice.about(),
                notice.heading(),
                notice.parts(),
                new Message.Facts(
                        facts.what(),
                        facts.since(),
                        facts.until(),
                        facts.places(),
                        side,
                        facts.failing()),
                notice.evidence(),
                notice.byMonitor(),
                notice.at());
    }

    private static Incident incident() {
        IncidentUpdate first =
                new IncidentUpdate(
                        "opened",
                        IncidentStatus.INVESTIGATING,
                        Author.machine(),
                        "It fails.",
                        ZERO,
                        ZERO,
                        List.of(
                                new ComponentChange(
                                        new ComponentId("x"),
                                        ComponentStatus.OPERATIONAL,
                                        ComponentStatus.MAJOR_OUTAGE)),
                        true);
        IncidentCommand open =
                new IncidentCommand.Open(
                        new IncidentId("aaaaaaaaaaaa"),
                        "x: down",
                        Optional.empty(),
                        Author.machine(),
                        ZERO,
                        first,
                        List.of());
        return Incidents.after(List.of(), List.of(open)).getFirst();
    }

    private static Maintenance changed(String change) {
        Maintenance work = planned(change.startsWith("until finished"));
        Amendment none = Amendment.none(ZERO);
        String[] words = change.split(" ", -1);
        Instant then = change.matches(".*\\d") ? at(number(words[words.length - 1])) : ZERO;
        return switch (words[0]) {
            case "until" -> change.contains(",") ? work.amended(none.finishedAt(then)) : work;
            case "extended", "shortened" -> work.amended(none.until(then, at(10), then));
            case "cancelled" -> work.amended(none.cancelledAt(then));
            default -> work;
        };
    }

    private static Maintenance planned(boolean untilFinished) {
        return new Maintenance(
                new MaintenanceId("wwwwwwwwwwww"),
                "New disks",
                "",
                Set.of(new ComponentId("x")),
                new Timetable.Once(new Interval(ZERO, at(60))),
                at(-3000),
                List.of(minutes("1440"), minutes("60")),
                untilFinished,
                List.of(),
                List.of(),
                Optional.empty());
    }

    static Instant at(long minute) {
        return ZERO.plus(minute, ChronoUnit.MINUTES);
    }

    static long number(String cell) {
        return Long.parseLong(cell.replace('−', '-'));
    }

    private static Duration minutes(String cell) {
        return Duration.ofMinutes(number(cell));
    }

    private static Duration seconds(String cell) {
        return Duration.ofSeconds(number(cell.replace(" s", "")));
    }

    static Set<ComponentId> components(String words) {
        return Stream.of(words.split(" ", -1))
                .filter(word -> !word.equals("all"))
                .map(ComponentId::new)
                .collect(Collectors.toSet());
    }
}
