package weservstatus.bench.simulate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import weservstatus.time.Interval;

/**
 * A history whose truth is known: outages that everybody sees, and probes that are lost by chance.
 */
final class World {

    /**
     * The truth: from its start to before its end so many requests fail, wherever they come from.
     *
     * @param ratio 1 for all of them
     */
    record Outage(Interval interval, double ratio, Sight sight) {}

    /**
     * Probes lost by chance.
     *
     * @param ratio of all
     * @param repeatRatio of the repeats at the same place at once after a loss
     */
    record Noise(double ratio, double repeatRatio) {
        static final Noise NONE = new Noise(0, 0);

        /** 0.2 %, of which 30 % repeat. */
        static final Noise STANDARD = new Noise(0.002, 0.3);
    }

    private final NavigableMap<Instant, Outage> outages = new TreeMap<>();
    private final Noise noise;
    private final Chance chance;

    World(List<Outage> outages, Noise noise, Chance chance) {
        outages.forEach(outage -> this.outages.put(outage.interval().start(), outage));
        this.noise = noise;
        this.chance = chance;
    }

    /**
     * What a request sees.
     *
     * @param place whoever asks from elsewhere is lucky or not independently
     * @param again whether it repeats at once one that was lost by chance at this place
     */
    Sight ask(int place, Instant at, boolean again) {
        double luck = chance.of(place, at.toEpochMilli());
        Optional<Outage> outage = outage(at).filter(then -> luck < then.ratio());
        if (outage.isPresent()) {
            return outage.get().sight();
        }
        return luck < (again ? noise.repeatRatio() : noise.ratio()) ? Sight.REFUSED : Sight.GOOD;
    }

    /** Whether what failed then was lost by chance, so that its repeat may well be lost too. */
    boolean wasChance(Instant at) {
        return outage(at).isEmpty();
    }

    private Optional<Outage> outage(Instant at) {
        return Optional.ofNullable(outages.floorEntry(at))
                .map(Map.Entry::getValue)
                .filter(outage -> outage.interval().contains(at));
    }

    List<Outage> outages() {
        return List.copyOf(outages.values());
    }
}
