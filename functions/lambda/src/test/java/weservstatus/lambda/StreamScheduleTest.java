package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import weservstatus.store.Table;

/**
 * However the stream's events come - late, twice, in another order, to two processes in turn or at
 * once, to one that dies at any step - the end is the one of the clean order, and people hear the
 * same.
 */
class StreamScheduleTest {
    private static final int SCHEDULES = Integer.getInteger("schedules", 10_000);

    /** Of so many steps of a run one is chosen at which something happens. */
    private static final int STEPS = 40;

    @Test
    void everyScheduleEndsAsTheCleanOrderDoes() {
        Story.End clean = clean();
        assertThat(clean.incidents()).hasSize(1);
        assertThat(clean.told()).hasSize(2);

        Schedule.Happened all = new Schedule.Happened(0, 0, 0);
        for (int seed = 0; seed < SCHEDULES; seed++) {
            Schedule schedule = new Schedule(new Random(seed));
            assertThat(schedule.play()).as("schedule %d", seed).isEqualTo(clean);
            assertThat(schedule.happened().repeats())
                    .as("repeats of schedule %d", seed)
                    .isLessThanOrEqualTo(schedule.happened().deaths());
            all = all.and(schedule.happened());
        }
        System.out.printf("%d schedules: %s%n", SCHEDULES, all);
        assertThat(all.deaths()).isGreaterThan(SCHEDULES / 2);
        assertThat(all.meetings()).isGreaterThan(SCHEDULES / 2);
    }

    private static Story.End clean() {
        Story story = new Story();
        StreamReview review = story.review();
        Notification people = story.people();
        for (int minute = 0; minute < Story.LENGTH; minute++) {
            story.at(minute);
            review.run(event(story.arrive(minute)), "review");
            people.run("clock");
        }
        return story.end(people);
    }

    private static ReviewEvent event(Table.Key key) {
        return new ReviewEvent(List.of(new ReviewEvent.Change("1", key)));
    }

    /** One account in memory with two processes of each kind. */
    private static final class Schedule {
        private final Story story = new Story();
        private final Random chance;
        private final List<StreamReview> reviews = List.of(story.review(), story.review());
        private final List<Notification> people = List.of(story.people(), story.people());
        private final List<Table.Key> waiting = new ArrayList<>();
        private int deaths;
        private int meetings;

        /**
         * What came of chance.
         *
         * @param deaths processes that ended within a run
         * @param meetings runs during which another process did the same
         * @param repeats messages that came again, under their first id
         */
        record Happened(int deaths, int meetings, int repeats) {
            Happened and(Happened more) {
                return new Happened(
                        deaths + more.deaths, meetings + more.meetings, repeats + more.repeats);
            }
        }

        Schedule(Random chance) {
            this.chance = chance;
        }

        Happened happened() {
            int repeats = story.ports.told.size() - story.told().size();
            return new Happened(deaths, meetings, repeats);
        }

        Story.End play() {
            for (int minute = 0; minute < Story.LENGTH; minute++) {
                story.at(minute);
                waiting.add(story.arrive(minute));
                deliver();
            }
            story.at(Story.LENGTH);
            waiting.forEach(key -> reviews.getFirst().run(event(key), "late"));
            reviews.getFirst().run(event(Story.key(Story.LENGTH - 1)), "last");
            return story.end(people.getFirst());
        }

        /** Some of what waits, in any order, some of it twice. */
        private void deliver() {
            Collections.shuffle(waiting, chance);
            List<Table.Key> now = List.copyOf(waiting);
            waiting.clear();
            for (Table.Key key : now) {
                if (happens(3)) {
                    waiting.add(key);
                } else {
                    review(key);
                    if (happens(4)) {
                        review(key);
                    }
                }
            }
            if (!happens(3)) {
                int one = chance.nextInt(people.size());
                run(() -> people.get(one).run("clock"), () -> people.get(1 - one).run("other"));
            }
        }

        /** What a process left undone is sent again. */
        private void review(Table.Key key) {
            boolean done = false;
            while (!done) {
                int one = chance.nextInt(reviews.size());
                done =
                        run(
                                () -> reviews.get(one).run(event(key), "review"),
                                () -> reviews.get(1 - one).run(event(key), "other"));
            }
        }

        /**
         * Now and then the process dies at some step of its run, or another one runs meanwhile.
         *
         * @return whether the run came to its end
         */
        private boolean run(Runnable action, Runnable other) {
            if (happens(4)) {
                at(chance.nextInt(STEPS), this::die);
            } else if (happens(4)) {
                at(chance.nextInt(STEPS), () -> meet(other));
            }
            int before = deaths;
            try {
                action.run();
                return true;
            } catch (RuntimeException e) {
                if (deaths == before) {
                    throw e;
                }
                return false;
            } finally {
                story.ports.before(() -> {});
            }
        }

        private void at(int step, Runnable happening) {
            AtomicInteger left = new AtomicInteger(step);
            story.ports.before(() -> {
                if (left.getAndDecrement() == 0) {
                    happening.run();
                }
            });
        }

        private void die() {
            deaths++;
            throw new IllegalStateException("the process dies");
        }

        private void meet(Runnable other) {
            meetings++;
            story.ports.before(() -> {});
            other.run();
        }

        private boolean happens(int oneIn) {
            return chance.nextInt(oneIn) == 0;
        }
    }
}
