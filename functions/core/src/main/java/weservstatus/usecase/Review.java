package weservstatus.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weservstatus.check.Catalogue;
import weservstatus.check.CheckId;
import weservstatus.check.LocationId;
import weservstatus.incident.Calendar;
import weservstatus.observe.Round;
import weservstatus.slo.BurnAlarm;
import weservstatus.status.Announcements;
import weservstatus.status.CheckReporting;
import weservstatus.status.Past;
import weservstatus.status.Snapshots;
import weservstatus.status.StatusSnapshot;
import weservstatus.store.DefinitionsStore;
import weservstatus.store.OverrideStore;
import weservstatus.store.ReviewStore;
import weservstatus.store.ReviewStore.Versioned;
import weservstatus.store.SnapshotJson;
import weservstatus.time.Interval;
import weservstatus.uptime.DayItem;
import weservstatus.uptime.Watched;
import weservstatus.verdict.Assessment;
import weservstatus.verdict.Background;
import weservstatus.verdict.OutageMemory;
import weservstatus.verdict.Verdict;
import weservstatus.verdict.Verdicts;

/**
 * Reads what the locations saw, decides what is true, counts it and publishes one snapshot. Running
 * it again changes nothing but the time, however often and in whatever order it is triggered. One
 * instance is for one thread at a time.
 *
 * <p>Of several reviews at once only the one that gets its state written publishes and tells; the
 * others start again from what it left. A change is written down with the state before it is told,
 * so a crash in between repeats it under the same id and loses none.
 */
public final class Review {
    private static final int TRIES = 5;

    /** No version of the state: somebody else, or a run that did not end well, was last. */
    private static final long FOREIGN = -1;

    private final Catalogue catalogue;
    private final ReviewStores stores;
    private final Teller teller;
    private final InstantSource clock;
    private final RecentRounds recent;
    private final Count count;
    private final Following following;
    private final Standings standings;
    private final UsualTimes usual;
    private final String definitions;
    private long mine = FOREIGN;

    public Review(Catalogue catalogue, ReviewStores stores, Teller teller, InstantSource clock) {
        this.catalogue = catalogue;
        this.stores = stores;
        this.teller = teller;
        this.clock = clock;
        this.recent = new RecentRounds(catalogue, stores.rounds());
        this.count = new Count(catalogue, stores);
        this.following = new Following(catalogue, stores);
        this.standings = new Standings(catalogue, stores.hours());
        this.usual = new UsualTimes(stores.hours());
        this.definitions = DefinitionsStore.name(catalogue);
    }

    /**
     * What a review found.
     *
     * @param rounds all that the verdict was made from
     */
    public record Outcome(Verdict verdict, StatusSnapshot snapshot, List<Round> rounds) {
        public Outcome {
            rounds = List.copyOf(rounds);
        }
    }

    /** An outcome that is not published yet, and the state to write with it. */
    private record Draft(
            Outcome outcome,
            ReviewState state,
            Assessment found,
            Calendar calendar,
            Optional<Instant> last) {
        StatusSnapshot snapshot() {
            return outcome.snapshot();
        }
    }

    /**
     * Whether an import is under way: the page stays as it is until all of it is there. Who runs
     * reviews asks before each.
     */
    public boolean isHeld() {
        return stores.imports().find().filter(last -> last.isUnderWay(clock.instant())).isPresent();
    }

    /** Reviews now. When others were quicker each time, theirs stands and nothing is told. */
    public Outcome run() {
        long last = mine;
        mine = FOREIGN;
        for (int tried = 1; ; tried++) {
            Optional<Versioned<ReviewState>> stored = stores.state().find();
            long version = stored.map(Versioned::version).orElse(ReviewStore.NONE);
            Draft draft = draft(stored.map(Versioned::state), version == last);
            keepDefinitions(stored.map(Versioned::state));
            if (stores.state().put(draft.state(), version)) {
                Outcome published = follow(draft);
                mine = finish(draft.state(), published.snapshot(), version + 1);
                return published;
            }
            if (tried == TRIES) {
                return draft.outcome();
            }
            last = FOREIGN;
        }
    }

    /** Before the state names them, so that it never names any that cannot be found. */
    private void keepDefinitions(Optional<ReviewState> before) {
        if (before.filter(state -> state.definitions().equals(definitions)).isEmpty()) {
            stores.definitions().keep(catalogue);
        }
    }

    /** The checks that the location must ask again now, after what {@link #run} found. */
    public Set<CheckId> toConfirm(Outcome outcome, LocationId location) {
        return Verdicts.toConfirm(catalogue, outcome.rounds(), location, clock.instant());
    }

    private Draft draft(Optional<ReviewState> before, boolean alone) {
        Instant now = clock.instant();
        Optional<Instant> last = before.map(ReviewState::countedThrough);
        Eras eras = Eras.of(catalogue, before, stores.definitions(), now);
        Instant open = count.firstOpenHour(before, eras, now);
        Instant remembered = now.minus(Verdicts.memory(catalogue)).minus(started());
        RecentRounds.Reading reading = recent.in(earlier(reach(open, eras), remembered), now);
        List<Round> rounds = reading.since(remembered);
        Calendar calendar = following.calendar();
        Watched watched = Count.watched(catalogue, calendar, new Interval(remembered, now));
        Background known =
                new Background(
                        before.map(ReviewState::memory).orElse(OutageMemory.NONE),
                        new BurnAlarm(catalogue, watched.maintenance(), now),
                        usual.at(now));
        Assessment found =
                Verdicts.assess(catalogue, rounds, known, now)
                        .under(catalogue, calendar.maintained(now))
                        .overruled(catalogue, OverrideStore.all(stores.table()), now);
        ReviewState.Progress through =
                new ReviewState.Progress(now, open, definitions, eras.still(open));
        ReviewState after =
                before.map(state -> state.next(found, reading.all(), through))
                        .orElseGet(() -> ReviewState.first(found, reading.all(), through));
        Instant from = count.from(open, last.filter(at -> alone), reading);
        count(after, new Bounds(from, open, eras), reading, calendar);
        List<DayItem> days = count.days(now);
        Past past =
                new Past(
                        after.since(),
                        days,
                        count.lastDay(now),
                        standings.of(watched, eras, days, reading));
        Verdict verdict = found.verdict().through(after.dataThrough());
        StatusSnapshot snapshot =
                Snapshots.of(catalogue, verdict, past, now)
                        .with(CheckReporting.of(catalogue, verdict, rounds));
        return new Draft(new Outcome(verdict, snapshot, rounds), after, found, calendar, last);
    }

    /** The outcome with what people are told of it, now that nobody else has this review. */
    private Outcome follow(Draft draft) {
        Announcements said =
                following.follow(draft.found(), draft.snapshot(), draft.calendar(), draft.last());
        Outcome outcome = draft.outcome();
        return new Outcome(outcome.verdict(), outcome.snapshot().with(said), outcome.rounds());
    }

    /**
     * What to count again.
     *
     * @param from start of the first hour
     * @param open start of the first hour that is not final yet
     */
    private record Bounds(Instant from, Instant open, Eras eras) {
        Count.Span after(Instant first, Instant now) {
            return new Count.Span(first, from, open, now, eras);
        }
    }

    private void count(
            ReviewState after, Bounds hours, RecentRounds.Reading reading, Calendar calendar) {
        Instant reach = reach(hours.from(), hours.eras());
        RecentRounds.Reading all =
                hours.from().isBefore(hours.open()) ? recent.in(reach, reading.now()) : reading;
        after.firstRecord()
                .map(first -> hours.after(first, reading.now()))
                .ifPresent(span -> count.count(span, all.since(reach), calendar));
        standings.counted(hours.from());
    }

    /** As far back as anything that is said of the moment can depend on. */
    private Instant reach(Instant moment, Eras eras) {
        return moment.minus(eras.lookBack()).minus(started());
    }

    /** How much later than its slot a round may begin. */
    private Duration started() {
        return catalogue.pace().round();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Publishes and tells; returns the version of the state after that. */
    private long finish(ReviewState state, StatusSnapshot snapshot, long version) {
        stores.snapshots().publish(snapshot.generatedAt(), SnapshotJson.write(snapshot));
        if (state.isTold()) {
            return version;
        }
        for (ReviewState.Change change : state.untold()) {
            teller.tell(
                    new StatusChange(
                            change.id(), change.before(), change.after(), change.at(), snapshot));
        }
        state.news().forEach(teller::tell);
        return stores.state().put(state.told(), version) ? version + 1 : FOREIGN;
    }
}
