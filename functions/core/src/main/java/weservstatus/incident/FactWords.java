package weservstatus.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import weservstatus.check.ComponentId;
import weservstatus.observe.Side;
import weservstatus.verdict.ComponentStatus;

/** The plain sentences in which the monitor says what it found. Facts only; UTC. */
public final class FactWords {
    static final String AFTER_WORK = "Planned work on it has just ended, and it still fails.";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MOST_NAMES = 3;

    /** Such as {@code Image processing: down} or {@code 4 components are affected}. */
    String title(List<Trouble> troubles) {
        return troubles.size() == 1
                ? troubles.getFirst().name() + ": " + word(troubles.getFirst().status())
                : title(troubles.size());
    }

    private static String title(int components) {
        return components + " components are affected";
    }

    /**
     * What an incident is called now that more fails than its title says. What recovered meanwhile
     * stays counted, and what got better changes no title.
     */
    Optional<String> grown(Incident incident, List<Trouble> troubles) {
        Set<ComponentId> ever = new TreeSet<>(incident.components().keySet());
        if (troubles.stream().map(Trouble::component).filter(ever::add).count() > 0) {
            return Optional.of(ever.size() == 1 ? title(troubles) : title(ever.size()));
        }
        boolean isDown = troubles.getFirst().status() == ComponentStatus.MAJOR_OUTAGE;
        return Optional.of(title(troubles)).filter(_ -> ever.size() == 1 && isDown);
    }

    String opened(List<Trouble> troubles) {
        Trouble first = troubles.getFirst();
        Trouble.Facts facts = first.facts();
        List<String> sentences = new ArrayList<>();
        sentences.add("%s since %s.".formatted(names(troubles), TIME.format(first.began())));
        if (!facts.failing().isEmpty()) {
            sentences.add("Failing: %s.".formatted(some(facts.failing())));
        }
        if (!facts.reason().isEmpty()) {
            sentences.add("Seen: %s.".formatted(withoutStop(facts.reason())));
        }
        if (!facts.places().isEmpty()) {
            sentences.add("Seen from %s.".formatted(some(facts.places())));
        }
        facts.side().ifPresent(side -> sentences.add(fault(side)));
        return String.join(" ", sentences);
    }

    String changed(List<Trouble> troubles, List<ComponentChange> changes) {
        Map<ComponentId, String> names =
                troubles.stream()
                        .collect(Collectors.toMap(Trouble::component, Trouble::name, (a, b) -> a));
        Function<ComponentChange, String> sentence =
                change ->
                        "%s: %s."
                                .formatted(
                                        names.getOrDefault(
                                                change.component(), change.component().value()),
                                        word(change.after()));
        return changes.stream().map(sentence).collect(Collectors.joining(" "));
    }

    String back(List<Trouble> troubles) {
        return "It fails again. " + opened(troubles);
    }

    String over(Instant started, Instant ended) {
        return "All checks pass again since %s. It lasted %s."
                .formatted(TIME.format(ended), length(Duration.between(started, ended)));
    }

    private static String names(List<Trouble> troubles) {
        return some(
                troubles.stream()
                        .map(trouble -> trouble.name() + " " + verb(trouble.status()))
                        .toList());
    }

    private static String some(List<String> names) {
        return names.size() <= MOST_NAMES
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_NAMES))
                        + " and %d more".formatted(names.size() - MOST_NAMES);
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /** As in {@code fails in part}. */
    public static String word(ComponentStatus status) {
        return switch (status) {
            case OPERATIONAL -> "works";
            case UNDER_MAINTENANCE -> "planned work";
            case UNKNOWN -> "not known";
            case DEGRADED_PERFORMANCE -> "slow or unreliable";
            case PARTIAL_OUTAGE -> "fails in part";
            case MAJOR_OUTAGE -> "down";
        };
    }

    private static String verb(ComponentStatus status) {
        return switch (status) {
            case OPERATIONAL -> "works";
            case UNDER_MAINTENANCE -> "is worked on";
            case UNKNOWN -> "is not known to work";
            case DEGRADED_PERFORMANCE -> "is slow or unreliable";
            case PARTIAL_OUTAGE -> "fails in part";
            case MAJOR_OUTAGE -> "is down";
        };
    }

    /** Whose fault it is, in one sentence. */
    public static String fault(Side side) {
        return switch (side) {
            case ORIGIN -> "The place of the test picture is at fault, not the service.";
            case SERVICE -> "The image service itself is at fault.";
            case EDGE -> "The network or CDN in front of the service is at fault.";
            case BLOCKED -> "The service refuses the monitor; visitors may not be affected.";
            case MONITOR -> "The monitor itself is at fault.";
        };
    }

    /** Such as {@code 45 s}, {@code 12 min} or {@code 3 h 5 min}. */
    public static String length(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return duration.toSeconds() + " s";
        }
        if (duration.compareTo(Duration.ofHours(1)) < 0) {
            return duration.toMinutes() + " min";
        }
        return "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart());
    }
}
