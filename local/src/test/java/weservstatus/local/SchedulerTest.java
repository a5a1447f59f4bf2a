package weservstatus.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import weservstatus.check.CheckId;
import weservstatus.check.Pace;
import weservstatus.time.Slot;

/** In virtual time: waiting moves the clock, and the test ends at a given instant. */
class SchedulerTest {
    private static final CheckId WEBP = new CheckId("webp");
    private static final CheckId HOME = new CheckId("home");

    private final List<String> log = new ArrayList<>();
    private final List<Throwable> troubles = new ArrayList<>();
    private final VirtualTime time = new VirtualTime(at("12:00:17"));
    private final ScriptedWork work = new ScriptedWork();

    @AfterEach
    void clearTheFlagThatEndedTheRun() {
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void runsOneRoundAtOnceAndThenOneAtTheStartOfEverySlot() {
        runUntil("12:03:30");

        assertThat(log)
                .containsExactly(
                        "12:00:17 run 12:00",
                        "12:00:17 review",
                        "12:01:00 run 12:01",
                        "12:01:00 review",
                        "12:02:00 run 12:02",
                        "12:02:00 review",
                        "12:03:00 run 12:03",
                        "12:03:00 review");
    }

    @Test
    void doesNotProbeASlotTwiceAfterARestart() {
        work.done.add(slot("12:00"));
        work.suspects.add(Set.of(WEBP));

        runUntil("12:01:30");

        assertThat(log).containsExactly("12:00:17 review", "12:01:00 run 12:01", "12:01:00 review");
    }

    @Test
    void recordsSlotsAsMissedThatPassedDuringALongRound() {
        work.takes.add(Duration.ofSeconds(150));

        runUntil("12:03:30");

        assertThat(log)
                .containsExactly(
                        "12:00:17 run 12:00",
                        "12:02:47 review",
                        "12:02:47 missed 12:01",
                        "12:02:47 run 12:02",
                        "12:02:47 review",
                        "12:03:00 run 12:03",
                        "12:03:00 review");
    }

    @Test
    void recordsSlotsAsMissedThatPassedWhileTheMachineSlept() {
        time.oversleeps.add(Duration.ofSeconds(125));

        runUntil("12:03:30");

        assertThat(log)
                .containsExactly(
                        "12:00:17 run 12:00",
                        "12:00:17 review",
                        "12:03:05 missed 12:01",
                        "12:03:05 missed 12:02",
                        "12:03:05 run 12:03",
                        "12:03:05 review");
    }

    @Test
    void recordsAtMostADayOfMissedSlots() {
        time.oversleeps.add(Duration.ofDays(30));

        runUntil(time.now.plus(Duration.ofDays(30)).plusSeconds(70));

        assertThat(log.stream().filter(line -> line.contains("missed"))).hasSize(24 * 60);
    }

    @Test
    void doesNotRepeatASlotWhenTheClockIsSetBack() {
        time.oversleeps.add(Duration.ZERO);
        time.jumps.add(Duration.ofSeconds(-90));

        runUntil("12:01:30");

        assertThat(log)
                .containsExactly(
                        "12:00:17 run 12:00",
                        "12:00:17 review",
                        "12:01:00 run 12:01",
                        "12:01:00 review");
    }

    @Test
    void asksAgainAtOnceAndOnceMoreAfterTheSetTime() {
        work.suspects.addAll(List.of(Set.of(WEBP, HOME), Set.of(), Set.of(WEBP)));

        runUntil("12:01:30");

        assertThat(log)
                .containsExactly(
                        "12:00:17 run 12:00",
                        "12:00:17 review",
                        "12:00:17 confirm 12:00 #1 [home, webp]",
                        "12:00:17 review",
                        "12:00:27 review",
                        "12:00:27 confirm 12:00 #2 [webp]",
                        "12:00:27 review",
                        "12:01:00 run 12:01",
                        "12:01:00 review");
    }

    @Test
    void asksOnlyOnceWhenTheDoubtIsGone() {
        work.suspects.addAll(List.of(Set.of(WEBP), Set.of()));

        runUntil("12:00:59");

        assertThat(log)
                .containsExactly(
                        "12:00:17 run 12:00",
                        "12:00:17 review",
                        "12:00:17 confirm 12:00 #1 [webp]",
                        "12:00:17 review",
                        "12:00:27 review");
    }

    @Test
    void leavesTheSecondConfirmationToTheNextSlotWhenThisOneIsOver() {
        work.takes.add(Duration.ofSeconds(35));
        work.suspects.addAll(List.of(Set.of(WEBP), Set.of(WEBP)));

        runUntil("12:01:30");

        assertThat(log)
                .containsExactly(
                        "12:00:17 run 12:00",
                        "12:00:52 review",
                        "12:00:52 confirm 12:00 #1 [webp]",
                        "12:00:52 review",
                        "12:01:00 run 12:01",
                        "12:01:00 review");
    }

    @Test
    void goesOnInTheNextSlotWhenSomethingBreaks() {
        work.breaks.add(slot("12:00"));

        runUntil("12:01:30");

        assertThat(log)
                .containsExactly("12:00:17 run 12:00", "12:01:00 run 12:01", "12:01:00 review");
        assertThat(troubles).singleElement().asString().contains("disk full");
        assertThat(work.completed).as("only the second round is complete").isEqualTo(1);
    }

    private void runUntil(String end) {
        runUntil(at(end));
    }

    private void runUntil(Instant end) {
        time.end = end;
        new Scheduler(Pace.STANDARD, work, time, troubles::add).run();
    }

    private static Instant at(String clock) {
        return Instant.parse("2026-11-23T" + clock + "Z");
    }

    private static Slot slot(String clock) {
        return new Slot(at(clock + ":00"), Pace.STANDARD.round());
    }

    private static final class VirtualTime implements Timeline {
        private final Deque<Duration> oversleeps = new ArrayDeque<>();
        private final Deque<Duration> jumps = new ArrayDeque<>();
        private Instant now;
        private Instant end = Instant.MAX;

        VirtualTime(Instant start) {
            now = start;
        }

        @Override
        public Instant instant() {
            return now;
        }

        /** As the real one: a clock that is set back while waiting makes the wait longer. */
        @Override
        public void sleepUntil(Instant instant) throws InterruptedException {
            if (!jumps.isEmpty()) {
                now = now.plus(jumps.remove());
            }
            Instant woken = now.isAfter(instant) ? now : instant;
            now = oversleeps.isEmpty() ? woken : woken.plus(oversleeps.remove());
            if (!now.isBefore(end)) {
                throw new InterruptedException("the test is over");
            }
        }
    }

    private final class ScriptedWork implements Scheduler.Work {
        private final Set<Slot> done = new HashSet<>();
        private final Set<Slot> breaks = new HashSet<>();
        private final Deque<Duration> takes = new ArrayDeque<>();
        private final Deque<Set<CheckId>> suspects = new ArrayDeque<>();
        private int completed;

        @Override
        public boolean isDone(Slot slot) {
            return done.contains(slot);
        }

        @Override
        public void run(Slot slot) {
            log("run " + clock(slot.start()));
            if (breaks.contains(slot)) {
                throw new IllegalStateException("disk full");
            }
            if (!takes.isEmpty()) {
                time.now = time.now.plus(takes.remove());
            }
        }

        @Override
        public void confirm(Slot slot, int number, Set<CheckId> checks) {
            log(
                    "confirm %s #%d %s"
                            .formatted(
                                    clock(slot.start()),
                                    number,
                                    checks.stream().sorted().toList()));
        }

        @Override
        public void missed(Slot slot) {
            log("missed " + clock(slot.start()));
        }

        @Override
        public Set<CheckId> review(Instant now) {
            log("review");
            return suspects.isEmpty() ? Set.of() : suspects.remove();
        }

        @Override
        public void completed() {
            completed++;
        }

        private void log(String what) {
            String second = LocalTime.ofInstant(time.now, ZoneOffset.UTC) + ":00";
            log.add(second.substring(0, 8) + " " + what);
        }

        private String clock(Instant instant) {
            return LocalTime.ofInstant(instant, ZoneOffset.UTC).toString();
        }
    }
}
