package weservstatus.verdict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.Location;
import weservstatus.observe.Observation;
import weservstatus.observe.Round;
import weservstatus.time.Slot;

/**
 * Histories from a seed: runs of every result, of any length, with silences, late starts and
 * confirm rounds. Every kind of trouble is far more frequent than in life.
 */
public final class RandomRounds {

    private static final List<String> WORDS =
            List.of(
                    "good",
                    "good",
                    "good",
                    "slow",
                    "bad",
                    "bad",
                    "timeout",
                    "origin",
                    "blocked",
                    "self-fault",
                    "missed");

    private final Random random;
    private final Map<String, String> moods = new HashMap<>();

    private RandomRounds(Random random) {
        this.random = random;
    }

    public static RandomRounds with(long seed) {
        return new RandomRounds(new Random(seed));
    }

    /** From {@link Scene#START} on. */
    public List<Round> of(Catalogue catalogue, Duration length) {
        List<Round> rounds = new ArrayList<>();
        Slot slot = Slot.containing(Scene.START, catalogue.pace().round());
        while (slot.start().isBefore(Scene.START.plus(length))) {
            for (Location location : catalogue.locations()) {
                if (random.nextInt(12) > 0) {
                    add(rounds, catalogue, location, slot);
                }
            }
            slot = slot.next();
        }
        return rounds;
    }

    private void add(List<Round> rounds, Catalogue catalogue, Location location, Slot slot) {
        double at = (slot.start().toEpochMilli() - Scene.START.toEpochMilli()) / 1_000.0;
        double begun = at + random.nextInt(20_000) / 1_000.0;
        rounds.add(round(catalogue, location, begun, 0));
        for (int number = 1; random.nextInt(4) == 0; number++) {
            begun += random.nextInt(11_000) / 1_000.0;
            Round confirm = round(catalogue, location, begun, number);
            rounds.add(
                    new Round(
                            confirm.location(),
                            slot,
                            number,
                            confirm.started(),
                            confirm.finished(),
                            confirm.controls(),
                            confirm.observations()));
        }
    }

    private Round round(Catalogue catalogue, Location location, double begun, int number) {
        List<Observation> observations = new ArrayList<>();
        Slot slot = Slot.containing(Scene.second(begun), catalogue.pace().round());
        for (Check check : catalogue.active()) {
            boolean due = number > 0 ? random.nextInt(3) == 0 : check.schedule().isDue(slot);
            if (due) {
                double at = begun + random.nextInt(900) / 1_000.0;
                String key = check.id() + "@" + location.id();
                observations.add(Scene.seen(check.id().value(), at, mood(key)));
            }
        }
        return Scene.round(
                location.id().value(), begun, number, observations.toArray(Observation[]::new));
    }

    private String mood(String key) {
        if (random.nextInt(4) == 0 || !moods.containsKey(key)) {
            moods.put(key, WORDS.get(random.nextInt(WORDS.size())));
        }
        return moods.get(key);
    }

    /** The rounds in another order, some of them twice. */
    public List<Round> stirred(List<Round> rounds) {
        List<Round> stirred = new ArrayList<>(rounds);
        rounds.stream().filter(round -> random.nextInt(3) == 0).forEach(stirred::add);
        Collections.shuffle(stirred, random);
        return stirred;
    }

    /** The rounds with some answers turned bad, of any kind: good ones and ones not judged. */
    public List<Round> worsened(List<Round> rounds) {
        return rounds.stream().map(this::worsened).toList();
    }

    private Round worsened(Round round) {
        return new Round(
                round.location(),
                round.slot(),
                round.number(),
                round.started(),
                round.finished(),
                round.controls(),
                round.observations().stream().map(this::worsened).toList());
    }

    private Observation worsened(Observation seen) {
        if (random.nextInt(5) > 0) {
            return seen;
        }
        double at = (seen.started().toEpochMilli() - Scene.START.toEpochMilli()) / 1_000.0;
        return Scene.seen(seen.check().value(), at, "bad");
    }
}
