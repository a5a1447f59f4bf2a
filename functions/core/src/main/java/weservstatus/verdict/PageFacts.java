package weservstatus.verdict;

import java.util.List;

/**
 * What the page's rule looks at.
 *
 * @param vital statuses of the components that have vital checks
 * @param others statuses of the other components
 * @param made the vital checks on the miss path: pictures made anew; {@code answeredSince} where
 *     another check of the component had a good answer after all its vital ones began to fail
 * @param cached likewise the vital checks on the hit path: pictures from the cache
 * @param enoughLocations whether a quorum of the locations sees
 */
record PageFacts(
        List<ComponentStatus> vital,
        List<ComponentStatus> others,
        List<CheckFact> made,
        List<CheckFact> cached,
        boolean enoughLocations) {

    PageFacts {
        vital = List.copyOf(vital);
        others = List.copyOf(others);
        made = List.copyOf(made);
        cached = List.copyOf(cached);
    }
}
