package weservstatus.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Tag;
import weservstatus.check.ComponentId;
import weservstatus.check.Objective;

/** The keys of an objective, and that a component has one at most. */
final class ObjectiveFields {
    private static final String PERCENT = "99.999";

    private static final Field<Reader.Located<String>> COMPONENT =
            Field.required(
                    "component",
                    Scalars.idOf(Kind.COMPONENT).located(),
                    "The component that promises it.",
                    "component: website");
    private static final Field<Double> GOOD =
            Field.required(
                    "good",
                    percent(),
                    "How many of its answers are good, in percent: above 0, at most "
                            + PERCENT
                            + ".",
                    "good: 99.5");
    private static final Field<Duration> WINDOW =
            Field.optional(
                    "window",
                    Durations.between(Objective.SHORTEST_WINDOW, Objective.LONGEST_WINDOW),
                    "Within which time: 1d to 90d, counted by UTC days.",
                    Durations.format(Objective.STANDARD_WINDOW));

    static final Field<List<Section>> OBJECTIVES =
            Field.optional(
                    "objectives",
                    new ListOf<>(
                            "objective",
                            50,
                            new SectionReader("an objective", COMPONENT, GOOD, WINDOW)),
                    "What components promise.",
                    "99.5 % of the answers of each component within 30 days");

    private ObjectiveFields() {}

    /** Of an objective in which nothing was refused. */
    static Objective objective(Section section) {
        return new Objective(
                new ComponentId(section.of(COMPONENT).value()),
                section.of(GOOD),
                section.orElse(WINDOW, Objective.STANDARD_WINDOW));
    }

    /** Each component promises one thing. */
    static void apply(Section root, Reading reading) {
        Map<String, Spot> first = new HashMap<>();
        for (Section objective : root.orElse(OBJECTIVES, List.of())) {
            objective
                    .find(COMPONENT)
                    .ifPresent(component -> {
                        Spot before = first.putIfAbsent(component.value(), component.spot());
                        if (before != null) {
                            reading.refuse(
                                    component.spot(),
                                    "%s has an objective in line %d already"
                                            .formatted(
                                                    Spot.quoted(component.value()), before.line()),
                                    "keep one of them");
                        }
                    });
        }
    }

    private static Reader<Double> percent() {
        return new Scalar<>(
                Set.of(Tag.INT, Tag.FLOAT),
                ObjectiveFields::ratio,
                new Refusal(
                        "is not a percentage above 0 and at most " + PERCENT,
                        "write one such as 99.5"),
                Map.of(
                        "type",
                        "number",
                        "exclusiveMinimum",
                        0,
                        "maximum",
                        new BigDecimal(PERCENT)));
    }

    private static Optional<Double> ratio(String text) {
        if (!text.matches("\\d{1,2}(\\.\\d{1,6})?")) {
            return Optional.empty();
        }
        double ratio = new BigDecimal(text).movePointLeft(2).doubleValue();
        return Optional.of(ratio).filter(value -> value > 0 && value <= Objective.HIGHEST);
    }
}
