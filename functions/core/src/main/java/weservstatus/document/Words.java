package weservstatus.document;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import weservstatus.check.ComponentId;
import weservstatus.status.StatusSnapshot;
import weservstatus.text.CleanText;
import weservstatus.text.UtcMinute;
import weservstatus.verdict.Overruling;

/** Words for people in documents that machines hand on to them. */
final class Words {
    private Words() {}

    /** A label of ours as words, as in {@code partial outage}. */
    static String of(String label) {
        return label.replace('_', ' ');
    }

    /** As in {@code 3 Nov 2026, 21:30 UTC}. */
    static String minute(Instant instant) {
        return UtcMinute.of(instant);
    }

    /** As in {@code set by the operator until 3 Nov 2026, 21:30 UTC: a false alarm}. */
    static String overruled(Overruling said) {
        String by =
                switch (said.by()) {
                    case PERSON -> "the operator";
                    case ALERT -> "an alert";
                };
        return "set by %s until %s: %s"
                .formatted(by, minute(said.until()), CleanText.line(said.reason()));
    }

    /** What the page calls these components; one that it does not have any more by its id. */
    static String names(StatusSnapshot snapshot, List<ComponentId> components) {
        return components.stream()
                .map(id -> name(snapshot, id))
                .map(CleanText::line)
                .collect(Collectors.joining(", "));
    }

    private static String name(StatusSnapshot snapshot, ComponentId id) {
        return snapshot.components().stream()
                .map(state -> state.component())
                .filter(component -> component.id().equals(id))
                .map(component -> component.name())
                .findFirst()
                .orElse(id.value());
    }
}
