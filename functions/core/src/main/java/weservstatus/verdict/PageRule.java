package weservstatus.verdict;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From the components to the page: the tables in docs/verdict.md. */
final class PageRule {

    /** What the page says of the whole. */
    record Outcome(ComponentStatus status, Headline headline) {

        /**
         * The same, but what is degraded is not only slow.
         *
         * @param someFail whether a component is degraded because some of its answers fail
         */
        Outcome when(boolean someFail) {
            return someFail && headline == Headline.SLOW
                    ? new Outcome(status, Headline.SOME_FAIL)
                    : this;
        }

        /**
         * The same, but nothing is late.
         *
         * @param onlyExpiring whether each degraded component is so because of a certificate alone
         */
        Outcome inTime(boolean onlyExpiring) {
            return onlyExpiring && headline == Headline.SLOW
                    ? new Outcome(status, Headline.EXPIRING)
                    : this;
        }
    }

    private PageRule() {}

    static Outcome decide(PageFacts facts) {
        if (!facts.enoughLocations()) {
            return new Outcome(ComponentStatus.UNKNOWN, Headline.CANNOT_SEE);
        }
        if (hasNoPictures(facts)) {
            return new Outcome(ComponentStatus.MAJOR_OUTAGE, Headline.DOWN);
        }
        if (isMajority(ComponentStatus.MAJOR_OUTAGE, facts.vital())) {
            return new Outcome(ComponentStatus.MAJOR_OUTAGE, outageHeadline(facts, Headline.DOWN));
        }
        if (has(facts, ComponentStatus.MAJOR_OUTAGE)
                || has(facts, ComponentStatus.PARTIAL_OUTAGE)) {
            return new Outcome(
                    ComponentStatus.PARTIAL_OUTAGE, outageHeadline(facts, Headline.SOME_FAIL));
        }
        if (!isKnown(facts)) {
            return new Outcome(ComponentStatus.UNKNOWN, Headline.CANNOT_SEE);
        }
        return has(facts, ComponentStatus.DEGRADED_PERFORMANCE)
                ? new Outcome(ComponentStatus.DEGRADED_PERFORMANCE, Headline.SLOW)
                : new Outcome(ComponentStatus.OPERATIONAL, Headline.WORKS);
    }

    /**
     * What the page says while outages only seem to be over.
     *
     * @param seen what is seen now
     * @param held the same with the components still as bad as their open outages
     * @param before the status that the page had
     */
    static Outcome hold(Outcome seen, Outcome held, Optional<ComponentStatus> before) {
        if (seen.status() == ComponentStatus.UNKNOWN || !isOutage(held.status())) {
            return seen;
        }
        if (isOutage(seen.status())) {
            return new Outcome(held.status(), seen.headline());
        }
        return new Outcome(
                before.filter(PageRule::isOutage).orElse(held.status()), Headline.RECOVERING);
    }

    /**
     * What the page says while some components are what somebody says: what follows from all of
     * them, with work first where nothing else is wrong. A recovery that was judged goes on unless
     * an outage is said.
     *
     * @param judged without what is said
     * @param outcome what follows from the components as they are shown
     */
    static Outcome overrule(Outcome judged, Outcome outcome, List<ComponentVerdict> components) {
        List<ComponentStatus> shown = components.stream().map(ComponentVerdict::status).toList();
        boolean worked = shown.contains(ComponentStatus.UNDER_MAINTENANCE);
        boolean recovering =
                judged.headline() == Headline.RECOVERING
                        && isOutage(outcome.status())
                        && components.stream()
                                .noneMatch(one -> !one.isSeen() && one.status().isOutage());
        if (recovering) {
            return judged;
        }
        return worked ? Maintained.whole(outcome, shown) : outcome;
    }

    private static boolean isOutage(ComponentStatus status) {
        return status.compareTo(ComponentStatus.PARTIAL_OUTAGE) >= 0;
    }

    /** Pictures are what the service is for: without any it is down, whatever else answers. */
    private static boolean hasNoPictures(PageFacts facts) {
        List<List<CheckFact>> paths =
                Stream.of(facts.made(), facts.cached()).filter(path -> !path.isEmpty()).toList();
        return !paths.isEmpty() && paths.stream().allMatch(PageRule::isDead);
    }

    private static Headline outageHeadline(PageFacts facts, Headline otherwise) {
        if (isDead(facts.made()) && isAlive(facts.cached())) {
            return Headline.CACHED_ONLY;
        }
        boolean pictures =
                Stream.concat(facts.made().stream(), facts.cached().stream())
                        .anyMatch(PageRule::works);
        return pictures ? Headline.SOME_FAIL : otherwise;
    }

    /** Most of the checks are known, all of these fail, and nothing beside them works. */
    private static boolean isDead(List<CheckFact> path) {
        long failing = path.stream().filter(CheckFact::isFailing).count();
        long unknown = path.stream().filter(check -> !check.isKnown()).count();
        return failing > unknown
                && failing + unknown == path.size()
                && path.stream().noneMatch(CheckFact::answeredSince);
    }

    private static boolean isAlive(List<CheckFact> path) {
        return path.stream().noneMatch(CheckFact::isFailing)
                && path.stream().anyMatch(PageRule::works);
    }

    private static boolean works(CheckFact check) {
        return check.answeredSince() || (check.isKnown() && !check.isFailing());
    }

    /** Most of the components that the page stands on are known. */
    private static boolean isKnown(PageFacts facts) {
        List<ComponentStatus> pillars = facts.vital().isEmpty() ? facts.others() : facts.vital();
        long known = pillars.stream().filter(s -> s != ComponentStatus.UNKNOWN).count();
        return known * 2 > pillars.size();
    }

    private static boolean isMajority(ComponentStatus status, List<ComponentStatus> of) {
        return Collections.frequency(of, status) * 2 > of.size();
    }

    private static boolean has(PageFacts facts, ComponentStatus status) {
        return facts.vital().contains(status) || facts.others().contains(status);
    }
}
