package weservstatus.usecase;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.Target;
import weservstatus.check.TargetId;
import weservstatus.observe.ControlState;
import weservstatus.observe.Controls;

/** Asks what must be known before anything is judged: can we see, and is the card in its place? */
final class ControlProbes {
    /** The card that every origin serves. */
    private static final String CARD = "/card.png";

    /** What to ask: of a target's origin, or of the provider where there is no target. */
    private record Question(Optional<TargetId> target, Optional<URI> url) {}

    private final Catalogue catalogue;
    private final Prober prober;

    ControlProbes(Catalogue catalogue, Prober prober) {
        this.catalogue = catalogue;
        this.prober = prober;
    }

    /**
     * All control probes of these checks, at once. One that the monitor does not finish has failed:
     * then nothing may be blamed on others.
     *
     * @param limit for each of them
     * @param patience for all of them together
     */
    Controls ask(List<Check> checks, Duration limit, Duration patience) {
        Map<Question, ControlState> answers =
                Fan.ask(
                        questions(checks),
                        question -> control(question.url(), limit),
                        patience,
                        (question, why) -> ControlState.FAILED);
        ControlState provider = ControlState.NONE;
        SortedMap<TargetId, ControlState> origins = new TreeMap<>();
        for (Map.Entry<Question, ControlState> answer : answers.entrySet()) {
            Optional<TargetId> target = answer.getKey().target();
            if (target.isPresent()) {
                origins.put(target.get(), answer.getValue());
            } else {
                provider = answer.getValue();
            }
        }
        return new Controls(provider, origins);
    }

    private List<Question> questions(List<Check> checks) {
        List<Question> questions = new ArrayList<>();
        questions.add(new Question(Optional.empty(), catalogue.control()));
        checks.stream()
                .map(Check::target)
                .distinct()
                .map(catalogue::target)
                .forEach(target ->
                        questions.add(new Question(Optional.of(target.id()), card(target))));
        return questions;
    }

    private static Optional<URI> card(Target target) {
        return target.origin().map(origin -> URI.create(origin + CARD));
    }

    private ControlState control(Optional<URI> url, Duration limit) {
        return url.map(address -> prober.control(address, limit)).orElse(ControlState.NONE);
    }
}
