package weservstatus.local;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.Location;
import weservstatus.observe.Observation;
import weservstatus.observe.Result;
import weservstatus.observe.Round;
import weservstatus.time.Slot;
import weservstatus.verdict.Scene;

/**
 * More than a day of rounds from a seed: outages of one component or of all, chance failures, slow
 * spells, blocks, silent and blind locations, confirm rounds and rounds that arrive late or twice.
 */
final class GeneratedDay {
    static final int MINUTES = 26 * 60;

    /** A round and the minute in which it reaches the store. */
    record Arrival(Round round, int minute) {}

    private record Spell(String component, int from, int to, String word) {
        boolean covers(Check check, int minute) {
            boolean mine = component.isEmpty() || component.equals(check.component().value());
            return mine && minute >= from && minute < to;
        }
    }

    private final Random random;
    private final Catalogue catalogue;
    private final List<Spell> spells = new ArrayList<>();
    private final List<Arrival> arrivals = new ArrayList<>();

    private GeneratedDay(long seed, Catalogue catalogue) {
        this.random = new Random(seed);
        this.catalogue = catalogue;
    }

    /** Three components at three locations. */
    static Scene scene() {
        return Scene.at("a", "b", "c")
                .component("pictures")
                .vital("made", CachePath.MISS)
                .vital("kept", CachePath.HIT)
                .other("large", Duration.ofMinutes(5))
                .component("effects")
                .other("blur", Duration.ofMinutes(10))
                .other("tint", Duration.ofMinutes(10))
                .component("site")
                .vital("home", CachePath.NONE);
    }

    static List<Arrival> of(long seed, Catalogue catalogue) {
        GeneratedDay day = new GeneratedDay(seed, catalogue);
        day.spell("", "bad", 2, 7);
        day.spell("pictures", "bad", 5, 4);
        day.spell("effects", "timeout", 3, 45);
        day.spell("site", "slow", 3, 12);
        day.spell("site", "blocked", 2, 20);
        day.spell("", "missed", 1, 15);
        for (int minute = 0; minute < MINUTES; minute++) {
            day.minute(minute);
        }
        return day.arrivals;
    }

    private void spell(String component, String word, int count, int longest) {
        for (int i = 0; i < count; i++) {
            int from = random.nextInt(MINUTES);
            spells.add(new Spell(component, from, from + 1 + random.nextInt(longest), word));
        }
    }

    private void minute(int minute) {
        int phase = 0;
        for (Location location : catalogue.locations()) {
            double second = minute * 60 + 20 * phase++ + random.nextInt(900) / 1_000.0;
            if (random.nextInt(200) > 0) {
                scheduled(location.id().value(), minute, second);
            }
        }
    }

    private void scheduled(String place, int minute, double second) {
        Slot slot = Slot.containing(Scene.second(second), catalogue.pace().round());
        List<Check> due =
                catalogue.active().stream().filter(check -> check.schedule().isDue(slot)).toList();
        Round round = round(place, slot, 0, second, due);
        boolean late = random.nextInt(40) == 0;
        arrivals.add(new Arrival(round, late ? minute + 1 + random.nextInt(3) : minute));
        if (random.nextInt(30) == 0) {
            arrivals.add(new Arrival(round, minute + 2));
        }
        List<Check> bad =
                due.stream()
                        .filter(check ->
                                round.of(check.id()).orElseThrow().result() == Result.FAILED)
                        .toList();
        if (!bad.isEmpty()) {
            confirm(slot, minute, second, bad);
        }
    }

    private void confirm(Slot slot, int minute, double second, List<Check> bad) {
        int number = (int) (second % 60) / 20 * 2 + 1;
        for (Location location : catalogue.locations()) {
            String place = location.id().value();
            double at = second + 1 + random.nextInt(400) / 1_000.0;
            arrivals.add(new Arrival(round(place, slot, number, at, bad), minute));
            arrivals.add(new Arrival(round(place, slot, number + 1, at + 10, bad), minute));
        }
    }

    private Round round(String place, Slot slot, int number, double second, List<Check> checks) {
        List<Observation> seen = new ArrayList<>();
        double at = second;
        for (Check check : checks) {
            at += random.nextInt(80) / 1_000.0;
            seen.add(seen(check, at));
        }
        Round round = Scene.round(place, second, number, seen.toArray(Observation[]::new));
        Instant end = round.finished();
        return new Round(
                round.location(),
                slot,
                number,
                round.started(),
                end,
                round.controls(),
                round.observations());
    }

    private Observation seen(Check check, double second) {
        int minute = (int) (second / 60);
        String word =
                spells.stream()
                        .filter(spell -> spell.covers(check, minute))
                        .map(Spell::word)
                        .findFirst()
                        .orElseGet(() -> random.nextInt(300) == 0 ? "bad" : "good");
        return word.equals("good")
                ? Scene.observation(
                        check.id().value(),
                        Scene.second(second),
                        Result.PASSED,
                        Math.round(60 * Math.exp(random.nextGaussian())),
                        random.nextInt(100) == 0)
                : Scene.seen(check.id().value(), second, word);
    }
}
