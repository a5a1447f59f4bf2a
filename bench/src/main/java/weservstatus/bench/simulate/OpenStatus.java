package weservstatus.bench.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import weservstatus.time.Interval;

/**
 * OpenStatus with six regions, from its source (github.com/openstatusHQ/openstatus at 22df52e,
 * apps/checker and the workflow on status updates): every 60 s, three tries in each region; a
 * status is adopted when at least half of the regions report it. Uptime counts the regions'
 * reports.
 */
final class OpenStatus implements Peer {

    private static final Duration EVERY = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int REGIONS = 6;
    private static final int TRIES = 3;

    private record Answer(Instant at, int region, boolean failed) {}

    @Override
    public String name() {
        return "OpenStatus";
    }

    @Override
    public String rule() {
        return "6 regions, 60 s, 3 tries, at least half bad";
    }

    @Override
    public Report watch(World world, Interval window, Chance chance) {
        List<Answer> answers =
                IntStream.range(0, REGIONS)
                        .boxed()
                        .flatMap(region ->
                                Peer.polls(window, EVERY, chance.of(region, 0)).stream()
                                        .map(at -> answer(world, region, at)))
                        .sorted(Comparator.comparing(Answer::at).thenComparingInt(Answer::region))
                        .toList();
        List<Change> changes = new ArrayList<>();
        boolean[] failing = new boolean[REGIONS];
        boolean down = false;
        long bad = 0;
        for (Answer answer : answers) {
            failing[answer.region()] = answer.failed();
            bad += answer.failed() ? 1 : 0;
            // Only the status just reported can be adopted; with half and half, either is.
            if (answer.failed() != down && share(failing, answer.failed()) * 2 >= REGIONS) {
                down = answer.failed();
                changes.add(new Change(answer.at().plus(WIRE), down));
            }
        }
        return new Report(changes, (double) bad / answers.size());
    }

    private static Answer answer(World world, int region, Instant start) {
        Instant at = start;
        boolean wasLost = false;
        for (int tried = 0; tried < TRIES; tried++) {
            Sight sight = world.ask(region, at, wasLost);
            if (sight == Sight.GOOD) {
                return new Answer(at.plus(sight.duration()), region, false);
            }
            wasLost = world.wasChance(at);
            at = at.plus(sight.duration()).plus(PAUSE.multipliedBy(1L << tried));
        }
        return new Answer(at, region, true);
    }

    private static long share(boolean[] failing, boolean status) {
        return IntStream.range(0, failing.length).filter(i -> failing[i] == status).count();
    }
}
