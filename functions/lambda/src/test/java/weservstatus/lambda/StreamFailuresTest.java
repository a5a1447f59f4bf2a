package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import weservstatus.store.Table;

/**
 * Whatever fails of the review's stream, nothing is lost and nothing stuck: by Lambda's rules, and
 * however those are read where they leave something open.
 */
class StreamFailuresTest {
    private static final List<Shard.Reading> READINGS = Shard.Reading.ALL;
    private static final int SCHEDULES = 8;

    /** The story as it is when nothing fails. */
    private static final Story.End CLEAN = new Play(READINGS.getFirst(), () -> false).play(1).end();

    @ParameterizedTest
    @FieldSource("READINGS")
    void aRoundThatNobodyCanReadIsGivenUpAloneAndHoldsBackNothing(Shard.Reading reading) {
        for (int poisoned = 0; poisoned < Story.LENGTH; poisoned += 2) {
            Play play = new Play(reading, () -> false).poisonedAfter(poisoned).play(1);

            assertThat(play.end()).as("poison in minute %d", poisoned).isEqualTo(CLEAN);
            assertThat(play.shard.givenUp()).containsExactlyElementsOf(play.poison);
            assertThat(play.shard.sent()).isLessThan(Story.LENGTH + 6);
        }
    }

    /** Lambda may give up what lies behind it, too: what that asked for was done before. */
    @ParameterizedTest
    @FieldSource("READINGS")
    void noneOfItsNeighboursIsMissed(Shard.Reading reading) {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            Random random = new Random(seed);
            Play play =
                    new Play(reading, () -> false)
                            .poisoned(random.nextInt(Story.LENGTH))
                            .poisonedAfter(random.nextInt(Story.LENGTH))
                            .play(1 + random.nextInt(2));

            assertThat(play.end()).as("schedule %d", seed).isEqualTo(CLEAN);
            assertThat(play.shard.givenUp()).containsAll(play.poison);
            if (reading.halvesFirst()) {
                assertThat(play.shard.givenUp()).hasSameElementsAs(play.poison);
            }
        }
    }

    /** The function ends with an error, before its work or after it, as when its time is over. */
    @ParameterizedTest
    @FieldSource("READINGS")
    void errorsOfTheFunctionLoseNothing(Shard.Reading reading) {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            Random random = new Random(seed);
            Play play = new Play(reading, () -> random.nextInt(4) == 0).play(1);

            assertThat(play.end()).as("schedule %d", seed).isEqualTo(CLEAN);
        }
    }

    @Test
    void withoutALimitOfTriesItWouldBeSentForTenMinutes() {
        Shard.Mapping ours = Shard.Mapping.OURS;
        Shard.Mapping endless =
                new Shard.Mapping(ours.batch(), Integer.MAX_VALUE, ours.oldest(), true, true);
        Play play = new Play(endless, READINGS.getFirst(), () -> false).poisonedAfter(1).play(1);

        assertThat(play.shard.sent()).isGreaterThan(600);
        assertThat(play.shard.givenUp()).containsExactlyElementsOf(play.poison);
    }

    @Test
    void withoutReportsNobodyWouldHearOfIt() {
        Shard.Mapping ours = Shard.Mapping.OURS;
        Shard.Mapping deaf =
                new Shard.Mapping(ours.batch(), ours.retries(), ours.oldest(), true, false);
        Play play = new Play(deaf, READINGS.getFirst(), () -> false).poisoned(1).play(1);

        assertThat(play.poison).hasSize(1);
        assertThat(play.shard.givenUp()).isEmpty();
    }

    /** The story, told through a shard. */
    private static final class Play {
        private final Story story = new Story();
        private final ReviewHandler review = new ReviewHandler(story.wiring);
        private final Notification people = story.people();
        private final List<Integer> before = new ArrayList<>();
        private final List<Integer> after = new ArrayList<>();
        private final List<Table.Key> poison = new ArrayList<>();
        private final Shard shard;

        Play(Shard.Reading reading, BooleanSupplier fails) {
            this(Shard.Mapping.OURS, reading, fails);
        }

        Play(Shard.Mapping mapping, Shard.Reading reading, BooleanSupplier fails) {
            shard = new Shard(mapping, reading, story.clock, failing(fails));
        }

        private UnaryOperator<String> failing(BooleanSupplier fails) {
            return event -> {
                if (fails.getAsBoolean()) {
                    throw new IllegalStateException("before its work");
                }
                String answer = Invocation.of(review, event).toString();
                if (fails.getAsBoolean()) {
                    throw new IllegalStateException("after its work");
                }
                return answer;
            };
        }

        /** A round that cannot be read is stored before the minute's own. */
        Play poisoned(int minute) {
            before.add(minute);
            return this;
        }

        Play poisonedAfter(int minute) {
            after.add(minute);
            return this;
        }

        /**
         * Tells it.
         *
         * @param every so many minutes the stream is delivered
         */
        Play play(int every) {
            for (int minute = 0; minute < Story.LENGTH; minute++) {
                story.at(minute);
                if (before.contains(minute)) {
                    poison(story.poison(minute, 1));
                }
                shard.write(story.arrive(minute));
                if (after.contains(minute)) {
                    poison(story.poison(minute, 2));
                }
                if (minute % every == 0) {
                    shard.deliver();
                    story.tell(people);
                }
            }
            story.at(Story.LENGTH);
            shard.write(Story.key(Story.LENGTH - 1));
            shard.deliver();
            return this;
        }

        private void poison(Table.Key key) {
            poison.add(key);
            shard.write(key);
        }

        Story.End end() {
            return story.end(people);
        }
    }
}
