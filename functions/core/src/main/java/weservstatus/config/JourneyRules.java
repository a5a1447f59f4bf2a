package weservstatus.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import weservstatus.check.CachePath;
import weservstatus.check.Likeness;
import weservstatus.check.Take;

/** Each step of a journey builds on earlier ones only. */
final class JourneyRules {
    private static final Pattern JSON = Pattern.compile("[?&]output=json(?:&|$)");

    private final Reading reading;
    private final Set<String> steps = new TreeSet<>();
    private final Map<String, Take> taken = new HashMap<>();

    private JourneyRules(Reading reading) {
        this.reading = reading;
    }

    static void apply(Section check, Reading reading) {
        if (!check.has(CheckFields.STEPS)) {
            return;
        }
        JourneyRules rules = new JourneyRules(reading);
        check.orElse(CheckFields.STEPS, List.of()).forEach(rules::step);
        requireNonce(check, reading);
        refuseToReplaceItself(check, reading);
    }

    private void step(Section step) {
        step.find(StepFields.EACH).ifPresent(each -> requireTaken(each, step, StepFields.EACH));
        step.find(StepFields.PATH).ifPresent(path -> placeholders(path, step));
        step.orElse(StepFields.PICTURE, List.of()).forEach(each -> likeness(each, step));
        step.orElse(StepFields.TAKE, List.of()).forEach(this::take);
        step.find(StepFields.NAME).ifPresent(name -> name(name, step));
    }

    private void name(String name, Section step) {
        if (!steps.add(name)) {
            reading.refuse(
                    step.spotOf(StepFields.NAME),
                    Spot.quoted(name) + " is already the name of a step",
                    "give each step a name of its own");
        }
    }

    private void take(Reader.Located<Take> take) {
        String name = take.value().name();
        boolean reserved =
                Stream.of(Requests.ORIGIN, Requests.NONCE).anyMatch(("{" + name + "}")::equals);
        if (reserved || taken.putIfAbsent(name, take.value()) != null) {
            reading.refuse(
                    take.spot(),
                    Spot.quoted(name) + " already stands for something",
                    "give each value a name of its own");
        }
    }

    private void requireTaken(String name, Section step, Field<?> field) {
        if (!taken.containsKey(name)) {
            reading.refuse(
                    step.spotOf(field),
                    "no earlier step takes " + Spot.quoted(name),
                    Suggestion.among(name, taken.keySet()));
        }
    }

    private void placeholders(String path, Section step) {
        for (String name : Requests.taken(path)) {
            requireTaken(name, step, StepFields.PATH);
            boolean list =
                    Optional.ofNullable(taken.get(name)).filter(t -> t.most() > 1).isPresent();
            if (list && !step.find(StepFields.EACH).equals(Optional.of(name))) {
                reading.refuse(
                        step.spotOf(StepFields.PATH),
                        "{" + name + "} stands for several values",
                        "say each: " + name);
            }
        }
    }

    private void likeness(Reader.Located<Likeness> likeness, Section step) {
        likeness.value()
                .other()
                .filter(other -> !steps.contains(other))
                .ifPresent(other ->
                        reading.refuse(
                                likeness.spot(),
                                "no earlier step is called " + Spot.quoted(other),
                                Suggestion.among(other, steps)));
        boolean json = step.find(StepFields.PATH).filter(p -> JSON.matcher(p).find()).isPresent();
        if (json != likeness.value() instanceof Likeness.FactsOf
                && step.find(StepFields.PATH).isPresent()) {
            reading.refuse(
                    likeness.spot(),
                    json
                            ? "the path asks for JSON, which has no pixels"
                            : "the path does not ask for JSON",
                    json ? "say facts-of, or remove output=json" : "add output=json to the path");
        }
    }

    private static void requireNonce(Section check, Reading reading) {
        if (check.find(CheckFields.CACHE).filter(CachePath.MISS::equals).isPresent()
                && paths(check).noneMatch(path -> path.contains(Requests.NONCE))) {
            reading.refuse(
                    check.spotOf(CheckFields.STEPS),
                    "\"cache: miss\" is said, but every answer may come from the cache",
                    "add &nonce={nonce} to the path of a step, or say cache: hit or none");
        }
    }

    private static void refuseToReplaceItself(Section check, Reading reading) {
        if (check.orElse(CheckFields.ONLY_WITHOUT_ORIGIN, false)
                && paths(check).anyMatch(path -> path.contains(Requests.ORIGIN))) {
            reading.refuse(
                    check.spotOf(CheckFields.ONLY_WITHOUT_ORIGIN),
                    "the check can never run: a path of it has {origin}",
                    "remove onlyWithoutOrigin, or name a public picture in the path");
        }
    }

    private static Stream<String> paths(Section check) {
        return check.orElse(CheckFields.STEPS, List.of()).stream()
                .flatMap(step -> step.find(StepFields.PATH).stream());
    }
}
