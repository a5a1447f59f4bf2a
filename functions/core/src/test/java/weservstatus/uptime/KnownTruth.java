package weservstatus.uptime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.Location;
import weservstatus.observe.Observation;
import weservstatus.observe.Round;
import weservstatus.time.Interval;
import weservstatus.time.Slot;
import weservstatus.time.Spans;
import weservstatus.verdict.Scene;

/**
 * A history of which it is known when the service was down. Looks tell the truth, but for chance
 * failures away from outages; rounds are jittered, some are missing, and a bad one is followed by
 * confirm rounds. Outages are long enough to be confirmed, and no long silence hides an edge.
 */
record KnownTruth(Catalogue catalogue, Spans down, List<Round> rounds) {
    static final int MINUTES = 120;

    static KnownTruth of(long seed) {
        Random random = new Random(seed);
        String[] places = {"a", "b", "c", "d", "e"};
        Catalogue catalogue =
                Scene.at(Arrays.copyOf(places, 1 + random.nextInt(5)))
                        .component("all")
                        .vital("one", CachePath.MISS)
                        .vital("two", CachePath.HIT)
                        .catalogue();
        Spans down = down(random);
        return new KnownTruth(catalogue, down, new Looks(random, catalogue, down).rounds());
    }

    /** At most two outages of three to twenty minutes, at any millisecond. */
    private static Spans down(Random random) {
        List<Interval> down = new ArrayList<>();
        for (int half = 0; half < 2; half++) {
            if (random.nextInt(4) > 0) {
                double from = half * 3_600 + 400 + random.nextInt(1_200_000) / 1_000.0;
                double to = from + 180 + random.nextInt(1_020_000) / 1_000.0;
                down.add(new Interval(Scene.second(from), Scene.second(to)));
            }
        }
        return Spans.union(down);
    }

    private record Looks(Random random, Catalogue catalogue, Spans down) {

        List<Round> rounds() {
            List<Round> rounds = new ArrayList<>();
            int count = catalogue.locations().size();
            for (int minute = 0; minute < MINUTES; minute++) {
                for (int place = 0; place < count; place++) {
                    double at =
                            minute * 60 + 50.0 * place / count + random.nextInt(8_000) / 1_000.0;
                    if (minute % 2 == 0 || random.nextInt(15) > 0) {
                        scheduled(rounds, place, at, minute);
                    }
                }
            }
            return rounds;
        }

        private void scheduled(List<Round> rounds, int place, double at, int minute) {
            boolean chance = random.nextInt(300) == 0 && isFarFromOutages(at);
            String word = chance || isDown(at) ? "bad" : "good";
            rounds.add(round(place, at, 0, minute, word));
            if (word.equals("bad")) {
                for (int other = 0; other < catalogue.locations().size(); other++) {
                    double again = at + 0.5 + random.nextInt(900) / 1_000.0;
                    rounds.add(round(other, again, 2 * place + 1, minute, word(again)));
                    rounds.add(round(other, again + 10, 2 * place + 2, minute, word(again + 10)));
                }
            }
        }

        private Round round(int place, double at, int number, int minute, String word) {
            Location location = catalogue.locations().get(place);
            Observation[] seen = {
                Scene.seen("one", at, word), Scene.seen("two", at + 0.1, word(at + 0.1, word))
            };
            Round round = Scene.round(location.id().value(), at, number, seen);
            Slot slot = Slot.containing(Scene.second(minute * 60), Duration.ofMinutes(1));
            return new Round(
                    round.location(),
                    slot,
                    number,
                    round.started(),
                    round.finished(),
                    round.controls(),
                    round.observations());
        }

        private boolean isDown(double at) {
            return down.contains(Scene.second(at));
        }

        private String word(double at) {
            return isDown(at) ? "bad" : "good";
        }

        /** What is a chance failure is one of both checks. */
        private String word(double at, String before) {
            return isFarFromOutages(at) ? before : word(at);
        }

        private boolean isFarFromOutages(double at) {
            return down.intervals().stream()
                    .allMatch(span ->
                            Scene.second(at + 300).isBefore(span.start())
                                    || Scene.second(at - 300).isAfter(span.end()));
        }
    }
}
