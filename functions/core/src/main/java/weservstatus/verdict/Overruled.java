package weservstatus.verdict;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import weservstatus.check.Catalogue;

/**
 * What is shown while somebody says what a component is: the tables of section 11 in
 * docs/verdict.md. Only what is shown changes. Outages are found, told and counted as they are
 * seen.
 */
public final class Overruled {
    private Overruled() {}

    /** The verdict as visitors read it; the same where nothing is said that counts. */
    public static Verdict of(
            Catalogue catalogue, Verdict judged, List<ComponentOverride> said, Instant now) {
        List<ComponentVerdict> components =
                judged.components().stream().map(one -> overruled(one, said, now)).toList();
        return components.equals(judged.components())
                ? judged
                : new Overview(catalogue, judged.locations()).overruled(judged, components);
    }

    private static ComponentVerdict overruled(
            ComponentVerdict judged, List<ComponentOverride> said, Instant now) {
        List<ComponentOverride> lasting =
                said.stream()
                        .filter(one -> one.component().equals(judged.component()) && one.lasts(now))
                        .toList();
        return decide(judged.status(), lasting).map(judged::overruledBy).orElse(judged);
    }

    /** What counts of all that is said of one component: a person's word, else the worst alert. */
    static Optional<ComponentOverride> decide(
            ComponentStatus judged, List<ComponentOverride> lasting) {
        return lasting.stream()
                .filter(one ->
                        switch (one.by()) {
                            case PERSON -> true;
                            case ALERT -> isWorse(one.status(), judged);
                        })
                .min(
                        Comparator.comparing(ComponentOverride::by)
                                .thenComparing(ComponentOverride::status, Comparator.reverseOrder())
                                .thenComparing(ComponentOverride::begun)
                                .thenComparing(ComponentOverride::id));
    }

    /** An alert never makes anything look better, and means nothing while work goes on. */
    private static boolean isWorse(ComponentStatus said, ComponentStatus judged) {
        return judged != ComponentStatus.UNDER_MAINTENANCE && said.compareTo(judged) > 0;
    }
}
