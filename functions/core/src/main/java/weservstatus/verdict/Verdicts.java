package weservstatus.verdict;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.CheckId;
import weservstatus.check.Component;
import weservstatus.check.ComponentId;
import weservstatus.check.LocationId;
import weservstatus.observe.Observation;
import weservstatus.observe.Result;
import weservstatus.observe.Round;
import weservstatus.time.Interval;

/** Decides what is true from the rounds of all locations. The rules stand in docs/verdict.md. */
public final class Verdicts {

    /** How long a place is waited for that was asked again. */
    public static final Duration PATIENCE = Asked.PATIENCE;

    private Verdicts() {}

    /**
     * What is known at {@code now}. The order of the rounds does not matter, nor whether one is
     * given twice.
     *
     * @param recent all rounds of the last {@link #lookBack}, scheduled and confirm rounds
     */
    public static Verdict decide(Catalogue catalogue, List<Round> recent, Instant now) {
        Sightings sightings = Sightings.until(catalogue, recent, now);
        return new Decision(catalogue, sightings, Background.NONE, now)
                .verdict(new LocationRule(catalogue, recent, now));
    }

    /**
     * What is to be said at {@code now}: what is known, but an outage is called over only when it
     * has been for a while. Deciding again from the same rounds and memory gives the same.
     *
     * @param recent all rounds of the last {@link #memory}, scheduled and confirm rounds
     */
    public static Assessment assess(
            Catalogue catalogue, List<Round> recent, Background known, Instant now) {
        Sightings sightings = Sightings.until(catalogue, recent, now);
        return new Decision(catalogue, sightings, known, now)
                .assess(new LocationRule(catalogue, recent, now));
    }

    /**
     * What the locations do at {@code now}.
     *
     * @param recent their rounds of the last minutes
     */
    public static List<LocationVerdict> locations(
            Catalogue catalogue, List<Round> recent, Instant now) {
        return new LocationRule(catalogue, recent, now).locations();
    }

    /** The end of the newest slot that enough of the locations said something about. */
    public static Optional<Instant> dataThrough(
            Catalogue catalogue, List<Round> recent, Instant now) {
        return new LocationRule(catalogue, recent, now).dataThrough();
    }

    /** How far before a moment a round can still matter for what is said at that moment. */
    public static Duration memory(Catalogue catalogue) {
        Duration outages =
                lookBack(catalogue).plus(catalogue.pace().round().multipliedBy(Unrest.STATES));
        return outages.compareTo(Changes.WINDOW) > 0 ? outages : Changes.WINDOW;
    }

    /**
     * How far before a moment a round can still matter for what is known of it. An answer is fresh
     * for two and a half of its check's intervals, and those that it agrees with came some time
     * before; a fresh answer of any check is compared with the beginning of its component's outage.
     */
    public static Duration lookBack(Catalogue catalogue) {
        Duration all = longestFresh(catalogue, catalogue.active());
        Duration vital =
                longestFresh(catalogue, catalogue.active().stream().filter(Check::vital).toList());
        Duration agreed = hindsight(catalogue, all);
        Duration outage = vital.plus(hindsight(catalogue, vital));
        return all.plus(agreed.compareTo(outage) > 0 ? agreed : outage);
    }

    /**
     * How long after a moment a round can still change what is said of it. A bad answer counts from
     * its own beginning once a later one confirms it, the last location that makes up an outage may
     * be as long behind the first, and the outage reaches half-way back to the good answer before.
     * Hours that ended longer ago are final, unless a round arrives late.
     */
    public static Duration lookAhead(Catalogue catalogue) {
        return reach(catalogue, longestFresh(catalogue, catalogue.active()));
    }

    private static Duration reach(Catalogue catalogue, Duration fresh) {
        return hindsight(catalogue, fresh).plus(fresh.multipliedBy(2));
    }

    /**
     * How long after it an answer may still be counted as bad because of those that followed: one
     * that agrees or, where a place may be believed alone, two in other slots.
     */
    private static Duration hindsight(Catalogue catalogue, Duration fresh) {
        Duration third = fresh.plus(catalogue.pace().round().multipliedBy(2));
        return catalogue.locations().size() > 1 ? fresh.plus(third) : fresh;
    }

    /**
     * The earliest moment of which the arrival of this round can change what is said. A passed
     * answer speaks of the time after it, and of the time since the bad one that it follows; any
     * other one may confirm a doubt and count from the beginning of that, and a late one may come
     * in between any two.
     *
     * @param arrival the round, and what is known of the time before it
     */
    public static Instant touches(Catalogue catalogue, Arrival arrival) {
        Instant earliest = arrival.round().slot().start();
        for (Observation observation : arrival.round().observations()) {
            boolean back =
                    arrival.late()
                            || observation.result() != Result.PASSED
                            || arrival.troubled().contains(observation.check());
            Optional<Check> check = back ? catalogue.find(observation.check()) : Optional.empty();
            if (check.isPresent()) {
                Terms terms = Terms.of(catalogue, check.get());
                Duration reach = reach(catalogue, terms.fresh()).plus(terms.apart());
                Instant touched = observation.started().minus(reach);
                earliest = touched.isBefore(earliest) ? touched : earliest;
            }
        }
        return earliest;
    }

    /**
     * A round that was not known before.
     *
     * @param troubled checks that failed lately
     * @param late whether it came after another one of its location that began later
     */
    public record Arrival(Round round, Set<CheckId> troubled, boolean late) {
        public Arrival {
            troubled = Set.copyOf(troubled);
        }
    }

    /** How long an answer counts of a check that really has this interval. */
    public static Duration freshness(Duration interval) {
        return Terms.freshness(interval);
    }

    /** The least distance of two looks of one place that confirm each other. */
    public static Duration apart(Catalogue catalogue, Check check) {
        return Terms.of(catalogue, check).apart();
    }

    private static Duration longestFresh(Catalogue catalogue, List<Check> checks) {
        return checks.stream()
                .map(check -> Terms.of(catalogue, check).fresh())
                .max(Comparator.naturalOrder())
                .orElse(Terms.freshness(catalogue.pace().round()));
    }

    /**
     * The checks that the location must ask again now: some location's latest scheduled look at
     * them was bad, the outage is not confirmed yet, and this location has not answered. Each is
     * due at once and, if the repeat was no good either, once more after {@link
     * weservstatus.check.Pace#confirmAfter}; less a little, so call it then.
     */
    public static Set<CheckId> toConfirm(
            Catalogue catalogue, List<Round> recent, LocationId location, Instant now) {
        Sightings sightings = Sightings.until(catalogue, recent, now);
        return new Confirmations(catalogue, sightings, now).dueAt(location);
    }

    /**
     * How each component that has an active check fared over the whole window: the rules of now,
     * with hindsight. Outages count from their first bad answer on, even if that was confirmed
     * later, and their edges lie in the middle between the looks that bound them.
     *
     * @param sightings all from {@link #lookBack} before the window to {@link #lookAhead} after it,
     *     as far as there are any
     */
    public static SortedMap<ComponentId, ComponentHistory> history(
            Catalogue catalogue, Sightings sightings, Interval window) {
        Interval whole =
                new Interval(
                        window.start().truncatedTo(ChronoUnit.MILLIS),
                        window.end().truncatedTo(ChronoUnit.MILLIS));
        Interval wide =
                new Interval(
                        whole.start().minus(lookBack(catalogue)),
                        whole.end().plus(lookAhead(catalogue)));
        SortedMap<ComponentId, ComponentHistory> history = new TreeMap<>();
        for (Component component : catalogue.components()) {
            List<CheckHistory> checks =
                    catalogue.checksOf(component.id()).stream()
                            .map(check -> CheckHistory.of(catalogue, check, sightings, wide))
                            .toList();
            if (!checks.isEmpty()) {
                history.put(
                        component.id(),
                        ComponentHistory.of(checks, outages(catalogue, checks), whole));
            }
        }
        return history;
    }

    private static List<Outage> outages(Catalogue catalogue, List<CheckHistory> checks) {
        return checks.stream()
                .flatMap(history ->
                        Outage.of(history, Terms.of(catalogue, history.check())).stream())
                .toList();
    }

    /** The window that ends just after {@code now}: half-open, and what begins now is in it. */
    static Interval windowUpTo(Instant now, Duration length) {
        Instant millis = now.truncatedTo(ChronoUnit.MILLIS);
        return new Interval(millis.minus(length), millis.plusMillis(1));
    }
}
