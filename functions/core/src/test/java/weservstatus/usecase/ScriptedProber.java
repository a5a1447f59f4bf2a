package weservstatus.usecase;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import weservstatus.check.Check;
import weservstatus.check.CheckId;
import weservstatus.check.Target;
import weservstatus.observe.Answer;
import weservstatus.observe.Attempt;
import weservstatus.observe.ControlState;
import weservstatus.observe.Exchange;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Finding;
import weservstatus.observe.Phase;
import weservstatus.observe.Phases;
import weservstatus.verdict.Scene;

/** A prober that does what a test says and writes down what it was asked. */
final class ScriptedProber implements Prober {
    private static final URI URL = URI.create("http://localhost/");

    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Supplier<Attempt>> attempts = new HashMap<>();
    private final Map<URI, Supplier<ControlState>> controls = new HashMap<>();

    /** What the check's attempt does; 200 and all well without a word. */
    void when(String check, Supplier<Attempt> attempt) {
        attempts.put(check, attempt);
    }

    void whenControl(URI url, Supplier<ControlState> state) {
        controls.put(url, state);
    }

    @Override
    public Attempt probe(Check check, Target target, Duration limit) {
        asked.add(check.id().value());
        return attempts.getOrDefault(check.id().value(), () -> good(check)).get();
    }

    @Override
    public ControlState control(URI url, Duration limit) {
        asked.add(url.toString());
        return controls.getOrDefault(url, () -> ControlState.PASSED).get();
    }

    /** All well. */
    static Attempt good(Check check) {
        return good(check, Scene.START);
    }

    static Attempt good(Check check, Instant at) {
        Answer answer =
                new Answer(200, List.of(), new byte[0], "HTTP/1.1", "127.0.0.1", Optional.empty());
        return new Attempt(
                check.id(),
                new Exchange.Answered("GET", URL, List.of(), at, Phases.NONE, false, answer),
                List.of(new Finding("status 200", "200", Optional.empty())));
    }

    /** Connected, but nothing ever came. */
    static Attempt timeout(CheckId check) {
        return timeout(check, Scene.START);
    }

    static Attempt timeout(CheckId check, Instant at) {
        Failure failure = Failure.in(Phase.FIRST_BYTE, FailureReason.TIMEOUT, "no answer in 10 s");
        return new Attempt(
                check,
                new Exchange.Broken("GET", URL, List.of(), at, Phases.NONE, false, failure),
                List.of());
    }
}
