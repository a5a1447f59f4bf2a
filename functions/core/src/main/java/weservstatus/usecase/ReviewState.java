package weservstatus.usecase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weservstatus.check.ComponentId;
import weservstatus.observe.Round;
import weservstatus.verdict.Assessment;
import weservstatus.verdict.ComponentStatus;
import weservstatus.verdict.ComponentVerdict;
import weservstatus.verdict.OutageChange;
import weservstatus.verdict.OutageMemory;
import weservstatus.verdict.OutageRecord;
import weservstatus.verdict.Verdict;

/**
 * What one review hands to the next.
 *
 * @param firstRecord start of the first round that was ever seen; nothing before it is counted
 * @param countedThrough hour and day items are complete up to here
 * @param finalThrough hours before it are final; never goes back, even where another catalogue
 *     looks further ahead
 * @param definitions name of those that the last hour was counted by; empty if that is not known
 * @param eras those that earlier hours were counted by, oldest first, as long as some are not final
 * @param dataThrough how far the data ever reached; never goes back
 * @param whole status of the whole
 * @param components status of each component of which it is known since when
 * @param untold changes that nobody is known to have been told of, oldest first
 * @param outages open ones, and those that ended a short time ago
 * @param news changes of outages that nobody is known to have been told of, oldest first
 */
public record ReviewState(
        Optional<Instant> firstRecord,
        Instant countedThrough,
        Instant finalThrough,
        String definitions,
        List<Era> eras,
        Optional<Instant> dataThrough,
        Standing whole,
        List<ComponentStanding> components,
        List<Change> untold,
        List<OutageRecord> outages,
        List<OutageChange> news) {
    public ReviewState {
        eras = List.copyOf(eras);
        components = List.copyOf(components);
        untold = List.copyOf(untold);
        outages = List.copyOf(outages);
        news = List.copyOf(news);
    }

    /** Hours before that moment were counted by the definitions of that name. */
    public record Era(Instant until, String definitions) {}

    /** A status and when it began. */
    public record Standing(ComponentStatus status, Instant since) {}

    /** The standing of one component. */
    public record ComponentStanding(ComponentId component, Standing standing) {}

    /** A change of the whole, as it was noticed. */
    public record Change(ComponentStatus before, ComponentStatus after, Instant at) {
        /** One of a kind, since no two reviews write a change at the same moment. */
        String id() {
            return at + "/" + after.label();
        }
    }

    /**
     * How far a review came.
     *
     * @param counted when it ran
     * @param settled start of the first hour that is not final yet
     */
    record Progress(Instant counted, Instant settled, String definitions, List<Era> eras) {}

    /** The state after the very first review. */
    static ReviewState first(Assessment assessment, List<Round> rounds, Progress through) {
        Verdict verdict = assessment.verdict();
        Instant now = through.counted();
        return new ReviewState(
                firstOf(rounds),
                now,
                through.settled(),
                through.definitions(),
                through.eras(),
                verdict.dataThrough(),
                new Standing(verdict.status(), now),
                verdict.components().stream()
                        .flatMap(component -> standing(component).stream())
                        .toList(),
                List.of(),
                assessment.outages(),
                assessment.changes());
    }

    /** The state after one more review. */
    ReviewState next(Assessment assessment, List<Round> rounds, Progress through) {
        Verdict verdict = assessment.verdict();
        Instant now = through.counted();
        return new ReviewState(
                earliest(firstRecord, firstOf(rounds)),
                now,
                through.settled(),
                through.definitions(),
                through.eras(),
                latest(dataThrough, verdict.dataThrough()),
                whole.status() == verdict.status() ? whole : new Standing(verdict.status(), now),
                verdict.components().stream()
                        .flatMap(
                                component -> kept(component).or(() -> standing(component)).stream())
                        .toList(),
                changes(verdict.status(), now),
                assessment.outages(),
                Stream.concat(news.stream(), assessment.changes().stream()).toList());
    }

    /** What the next decision must know. */
    OutageMemory memory() {
        return new OutageMemory(Optional.of(countedThrough), Optional.of(whole.status()), outages);
    }

    boolean isTold() {
        return untold.isEmpty() && news.isEmpty();
    }

    /** The same state when everybody has been told. */
    ReviewState told() {
        return new ReviewState(
                firstRecord,
                countedThrough,
                finalThrough,
                definitions,
                eras,
                dataThrough,
                whole,
                components,
                List.of(),
                outages,
                List.of());
    }

    private List<Change> changes(ComponentStatus status, Instant now) {
        List<Change> changes = new ArrayList<>(untold);
        if (whole.status() != status) {
            changes.add(new Change(whole.status(), status, now));
        }
        return changes;
    }

    private static Optional<Instant> earliest(Optional<Instant> one, Optional<Instant> other) {
        return Stream.concat(one.stream(), other.stream()).min(Instant::compareTo);
    }

    private static Optional<Instant> latest(Optional<Instant> one, Optional<Instant> other) {
        return Stream.concat(one.stream(), other.stream()).max(Instant::compareTo);
    }

    private static Optional<Instant> firstOf(List<Round> rounds) {
        return rounds.stream().map(Round::started).min(Instant::compareTo);
    }

    private static Optional<ComponentStanding> standing(ComponentVerdict verdict) {
        return verdict.since()
                .map(since ->
                        new ComponentStanding(
                                verdict.component(), new Standing(verdict.status(), since)));
    }

    /**
     * Keeps the beginning while the status stays the same, unless it was another one in a time that
     * no review saw.
     */
    private Optional<ComponentStanding> kept(ComponentVerdict verdict) {
        return components.stream()
                .filter(entry -> entry.component().equals(verdict.component()))
                .filter(entry -> entry.standing().status() == verdict.status())
                .filter(entry -> verdict.since().filter(countedThrough::isBefore).isEmpty())
                .findFirst();
    }

    /** When each component's present status began. */
    Map<ComponentId, Instant> since() {
        return components.stream()
                .collect(
                        Collectors.toMap(
                                ComponentStanding::component, entry -> entry.standing().since()));
    }
}
