package weservstatus.check;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Several requests one after the other, as a user makes them; one that fails ends the journey and
 * fails the check.
 *
 * @param timeout for all steps together
 * @param slowAfter for the time of all requests together
 * @param steps at least one; {@code {nonce}} is the same in all of them
 * @param onlyWithoutOrigin stands in for the checks that need the test card where there is none
 */
public record JourneyCheck(
        CheckId id,
        String name,
        String why,
        ComponentId component,
        TargetId target,
        AddressFamily family,
        HttpVersion version,
        Schedule schedule,
        Duration timeout,
        Optional<Duration> slowAfter,
        boolean vital,
        CachePath cachePath,
        List<Step> steps,
        boolean onlyWithoutOrigin)
        implements Check {
    public JourneyCheck {
        steps = List.copyOf(steps);
    }

    @Override
    public boolean needsOrigin() {
        return steps.stream().anyMatch(step -> step.path().contains("{origin}"));
    }

    @Override
    public Optional<Lack> lack(Target target) {
        return steps.stream()
                .flatMap(step -> request(step, step.path()).lack(target).stream())
                .findFirst();
    }

    /** With the tries that no cache had the answer to. */
    @Override
    public int uncachedRequests() {
        int tries = steps.stream().filter(Step::varies).mapToInt(step -> step.tries() - 1).sum();
        return turnRequests() + tries;
    }

    /** Every step, each as often as it may run, with every redirect that it may follow. */
    @Override
    public int turnRequests() {
        Map<String, Take> taken =
                steps.stream()
                        .flatMap(step -> step.takes().stream())
                        .collect(Collectors.toMap(Take::name, Function.identity()));
        return steps.stream()
                .filter(Step::isUncached)
                .mapToInt(step -> times(step, taken) * (1 + step.redirects()))
                .sum();
    }

    private static int times(Step step, Map<String, Take> taken) {
        return step.each().map(taken::get).map(Take::most).orElse(1);
    }

    /**
     * What is held against the answers at least: steps that may be declined, or have nothing to ask
     * for, do not count.
     */
    public int leastFindings() {
        return steps.stream()
                .takeWhile(step -> step.each().isEmpty() && step.unlessRefused().isEmpty())
                .mapToInt(step -> step.expectations().size() + step.picture().size())
                .sum();
    }

    /** The step of this name, which must be there. */
    public Step step(String called) {
        return steps.stream().filter(each -> each.name().equals(called)).findFirst().orElseThrow();
    }

    /**
     * The request of a step as a check of its own.
     *
     * @param path of the step, with everything filled in that an earlier step took
     */
    public HttpCheck request(Step step, String path) {
        return new HttpCheck(
                id,
                name,
                why,
                component,
                target,
                step.method(),
                path,
                step.headers(),
                family,
                version,
                step.redirects(),
                schedule,
                timeout,
                slowAfter,
                vital,
                cachePath,
                step.expectations(),
                onlyWithoutOrigin);
    }
}
