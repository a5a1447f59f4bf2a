package weservstatus.bench.simulate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import weservstatus.observe.Round;
import weservstatus.time.Interval;
import weservstatus.time.Spans;
import weservstatus.verdict.ComponentHistory;
import weservstatus.verdict.Sightings;
import weservstatus.verdict.Stretch;
import weservstatus.verdict.Verdicts;

/**
 * What the product counts of a watch.
 *
 * @param least when it was certainly out
 * @param likely what the uptime figure calls down
 * @param most when it may have been out
 * @param bad when the looks began that were bad
 */
record Counted(Spans least, Spans likely, Spans most, NavigableSet<Instant> bad) {

    static Counted of(Site site, List<LongWatch.Episode> episodes) {
        List<Interval> least = new ArrayList<>();
        List<Interval> likely = new ArrayList<>();
        List<Interval> most = new ArrayList<>();
        for (LongWatch.Episode episode : episodes) {
            for (ComponentHistory history : history(site, episode)) {
                least.addAll(history.least().intervals());
                most.addAll(history.most().intervals());
                history.stretches().stream()
                        .filter(stretch -> Watch.isDown(stretch.status()))
                        .map(Stretch::interval)
                        .forEach(likely::add);
            }
        }
        return new Counted(
                Spans.union(least), Spans.union(likely), Spans.union(most), bad(episodes));
    }

    private static NavigableSet<Instant> bad(List<LongWatch.Episode> episodes) {
        return episodes.stream()
                .flatMap(episode -> episode.watch().rounds().stream())
                .filter(Watch::isBad)
                .map(Round::started)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<ComponentHistory> history(Site site, LongWatch.Episode episode) {
        Sightings sightings = Sightings.of(site.catalogue(), episode.watch().rounds());
        return List.copyOf(
                Verdicts.history(site.catalogue(), sightings, episode.window()).values());
    }
}
