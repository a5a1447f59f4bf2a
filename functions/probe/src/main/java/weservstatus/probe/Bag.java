package weservstatus.probe;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import weservstatus.check.Likeness;
import weservstatus.check.Step;
import weservstatus.observe.Asked;

/**
 * What a journey has gathered on its way: values for later steps, and the answers to earlier ones.
 */
final class Bag {
    private final Map<String, List<String>> values = new HashMap<>();
    private final Map<String, Asked> answers = new HashMap<>();
    private final Set<String> unproven = new HashSet<>();

    void keep(String name, List<String> taken) {
        values.put(name, taken);
    }

    void keep(Step step, Asked asked) {
        answers.put(step.name(), asked);
    }

    /** Notes that the step's answer proves nothing, so that no other builds on it. */
    void leaveOut(Step step) {
        unproven.add(step.name());
        step.takes().forEach(take -> unproven.add(take.name()));
    }

    /** Whether the step builds on one that was left out. */
    boolean lacksGroundFor(Step step) {
        Stream<String> others = step.picture().stream().flatMap(each -> each.other().stream());
        boolean compares = others.anyMatch(unproven::contains);
        return compares || unproven.stream().anyMatch(name -> uses(step, name));
    }

    private static boolean uses(Step step, String name) {
        return step.path().contains("{" + name + "}")
                || step.each().filter(name::equals).isPresent();
    }

    /** The paths to ask for, with everything filled in that was taken. */
    List<String> paths(Step step) {
        String known = filled(step.path(), step.each());
        return step.each()
                .map(each ->
                        values.getOrDefault(each, List.of()).stream()
                                .map(value -> known.replace("{" + each + "}", value))
                                .toList())
                .orElse(List.of(known));
    }

    private String filled(String path, Optional<String> but) {
        String filled = path;
        for (Map.Entry<String, List<String>> value : values.entrySet()) {
            if (!but.equals(Optional.of(value.getKey())) && !value.getValue().isEmpty()) {
                String placeholder = "{" + value.getKey() + "}";
                filled = filled.replace(placeholder, value.getValue().getFirst());
            }
        }
        return filled;
    }

    /** The earlier step that the likeness names, else this very request. */
    Asked other(Likeness likeness, Asked here) {
        return likeness.other().map(answers::get).orElse(here);
    }
}
