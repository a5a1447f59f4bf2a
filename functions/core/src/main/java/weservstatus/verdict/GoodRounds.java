package weservstatus.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import weservstatus.time.Slot;

/**
 * The good rounds in a row at the end of a time in which a component was not out.
 *
 * @param count slots of which most locations that asked found everything good
 * @param since the first good answer of these
 */
record GoodRounds(int count, Instant since) {

    /** Only scheduled rounds count; a slot in which nothing was asked neither helps nor harms. */
    static GoodRounds in(List<CheckHistory> checks, Spell time) {
        SortedMap<Slot, List<Sighting>> slots = new TreeMap<>();
        for (CheckHistory check : checks) {
            for (Sighting sighting : check.sightings()) {
                if (sighting.number() == 0 && sighting.isJudged() && time.holds(sighting.at())) {
                    slots.computeIfAbsent(sighting.slot(), _ -> new ArrayList<>()).add(sighting);
                }
            }
        }
        GoodRounds rounds = new GoodRounds(0, time.from());
        boolean fresh = true;
        for (List<Sighting> slot : slots.values()) {
            boolean good = isGood(slot);
            Instant since = fresh || rounds.count() > 0 ? rounds.since() : first(slot);
            rounds = new GoodRounds(good ? rounds.count() + 1 : 0, since);
            fresh &= good;
        }
        return rounds;
    }

    private static Instant first(List<Sighting> slot) {
        return slot.stream().map(Sighting::at).min(Instant::compareTo).orElseThrow();
    }

    private static boolean isGood(List<Sighting> slot) {
        long asked = slot.stream().map(Sighting::location).distinct().count();
        long bad = slot.stream().filter(Sighting::isBad).map(Sighting::location).distinct().count();
        return bad * 2 < asked;
    }
}
