package weservstatus.local;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.TargetId;
import weservstatus.observe.Attempt;
import weservstatus.observe.ControlState;
import weservstatus.observe.Controls;
import weservstatus.observe.Observation;
import weservstatus.usecase.Prober;

/**
 * Asks some checks once, all at the same time, and judges each attempt by itself: nothing is
 * stored, confirmed or published.
 */
public final class OneLook {
    private static final Duration CONTROL_LIMIT = Duration.ofSeconds(10);

    /** One check with everything that was seen of it. */
    public record Seen(Check check, Attempt attempt, Observation observation) {}

    private final Prober prober;
    private final Judge judge;

    public OneLook(Prober prober, Judge judge) {
        this.prober = prober;
        this.judge = judge;
    }

    /**
     * Returns what was seen of each check, in their order.
     *
     * @param answered called once for each check when its attempt is over, on any thread
     */
    public List<Seen> at(Catalogue catalogue, List<Check> checks, Runnable answered)
            throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Controls> controls = threads.submit(() -> controls(catalogue, threads));
            Map<Check, Future<Attempt>> attempts = new LinkedHashMap<>();
            for (Check check : checks) {
                attempts.put(check, threads.submit(() -> attempt(catalogue, check, answered)));
            }
            return judged(attempts, result(controls));
        }
    }

    private Attempt attempt(Catalogue catalogue, Check check, Runnable answered) {
        try {
            return prober.probe(check, catalogue.target(check.target()), check.timeout());
        } finally {
            answered.run();
        }
    }

    private List<Seen> judged(Map<Check, Future<Attempt>> attempts, Controls controls)
            throws InterruptedException {
        List<Seen> seen = new ArrayList<>();
        for (Map.Entry<Check, Future<Attempt>> entry : attempts.entrySet()) {
            Attempt attempt = result(entry.getValue());
            Check check = entry.getKey();
            seen.add(new Seen(check, attempt, judge.judge(attempt, check, controls)));
        }
        return seen;
    }

    private Controls controls(Catalogue catalogue, ExecutorService threads)
            throws InterruptedException {
        Future<ControlState> provider =
                threads.submit(() -> catalogue.control().map(this::ask).orElse(ControlState.NONE));
        SortedMap<TargetId, Future<ControlState>> asked = new TreeMap<>();
        catalogue.targets().forEach(target ->
                target.origin().ifPresent(origin ->
                        asked.put(target.id(), threads.submit(task(card(origin))))));
        SortedMap<TargetId, ControlState> origins = new TreeMap<>();
        for (Map.Entry<TargetId, Future<ControlState>> origin : asked.entrySet()) {
            origins.put(origin.getKey(), result(origin.getValue()));
        }
        return new Controls(result(provider), origins);
    }

    private Callable<ControlState> task(URI url) {
        return () -> ask(url);
    }

    private ControlState ask(URI url) {
        return prober.control(url, CONTROL_LIMIT);
    }

    private static URI card(URI origin) {
        return URI.create(origin + "/card.png");
    }

    private static <T> T result(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the monitor itself broke", e.getCause());
        }
    }
}
