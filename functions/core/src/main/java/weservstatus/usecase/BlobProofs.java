package weservstatus.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.CheckId;
import weservstatus.check.Expectation;
import weservstatus.check.HttpCheck;
import weservstatus.check.LocationId;
import weservstatus.observe.Answer;
import weservstatus.observe.Attempt;
import weservstatus.observe.Proof;
import weservstatus.observe.Round;
import weservstatus.store.EvidenceStore;
import weservstatus.store.ProofStore;
import weservstatus.store.ProofStore.Copy;
import weservstatus.store.ProofStore.Line;
import weservstatus.time.Slot;

/**
 * Keeps the last good picture of each check, looked at anew once an hour. The locations take turns
 * by the hour, so that one that is silent makes a picture an hour older and not lost, and so that
 * more locations do not write more. What came again as it was is not written again: only that it
 * did, and once an hour for all of them.
 */
public final class BlobProofs implements ProofKeeper {
    /** Pictures of one round: the rest has its turn in the next ones. */
    private static final int MOST_OF_A_ROUND = 8;

    private static final Duration ANEW = Duration.ofHours(1);

    /** Pictures are written again before the bucket's rule takes what grew old. */
    private static final Duration RENEWED = EvidenceStore.KEPT.dividedBy(2);

    private final Catalogue catalogue;
    private final LocationId location;
    private final ProofStore store;
    private final Making making;

    /**
     * How pictures are made.
     *
     * @param pictures what came and what was expected, where both can be shown
     * @param executor where they are made and written
     * @param troubles hears why a picture could not be kept
     */
    public record Making(
            BiFunction<Check, Answer, Optional<Proof>> pictures,
            Executor executor,
            Consumer<Throwable> troubles) {}

    private volatile Optional<List<Line>> known = Optional.empty();

    public BlobProofs(Catalogue catalogue, LocationId location, ProofStore store, Making making) {
        this.catalogue = catalogue;
        this.location = location;
        this.store = store;
        this.making = making;
    }

    @Override
    public Set<CheckId> wanted(List<Check> checks, Slot slot) {
        List<Check> shown = checks.stream().filter(BlobProofs::showsCard).toList();
        if (shown.isEmpty()) {
            return Set.of();
        }
        try {
            List<Line> lines = known();
            return shown.stream()
                    .map(Check::id)
                    .filter(check -> isStale(check, lines, slot.start()))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (RuntimeException e) {
            making.troubles().accept(e);
            return Set.of();
        }
    }

    private List<Line> known() {
        List<Line> lines = known.orElseGet(() -> store.of(location));
        known = Optional.of(lines);
        return lines;
    }

    private boolean isStale(CheckId check, List<Line> lines, Instant now) {
        Instant kept = kept(check, lines);
        boolean ours = kept.isBefore(now.truncatedTo(ChronoUnit.HOURS)) && isOurTurn(check, now);
        return ours || kept.isBefore(now.minus(ANEW.multipliedBy(locations() + 1L)));
    }

    private boolean isOurTurn(CheckId check, Instant now) {
        long hour = now.getEpochSecond() / ANEW.toSeconds();
        long turn = Math.floorMod(check.value().hashCode() + hour, (long) locations());
        return catalogue.locations().get((int) turn).id().equals(location);
    }

    private int locations() {
        return catalogue.locations().size();
    }

    private static Instant kept(CheckId check, List<Line> lines) {
        return find(check, lines).map(Line::at).orElse(Instant.EPOCH);
    }

    private static Optional<Line> find(CheckId check, List<Line> lines) {
        return lines.stream().filter(line -> line.check().equals(check)).findFirst();
    }

    /** Of other pictures nothing is computed that could stand beside them. */
    private static boolean showsCard(Check check) {
        return check instanceof HttpCheck http
                && http.expectations().contains(new Expectation.CardAsRequested());
    }

    @Override
    public void keep(Round stored, Map<CheckId, Attempt> good) {
        if (!good.isEmpty()) {
            making.executor().execute(() -> write(good));
        }
    }

    private void write(Map<CheckId, Attempt> good) {
        try {
            List<Line> listed = store.of(location);
            List<Line> lines = new ArrayList<>(known());
            List<Line> fresh = new ArrayList<>();
            for (CheckId check : oldestFirst(good, lines)) {
                if (fresh.size() < MOST_OF_A_ROUND) {
                    kept(check, good, listed).ifPresent(fresh::add);
                }
            }
            Set<CheckId> renewed = fresh.stream().map(Line::check).collect(Collectors.toSet());
            lines.removeIf(line ->
                    renewed.contains(line.check()) || catalogue.find(line.check()).isEmpty());
            lines.addAll(fresh);
            if (isNews(fresh, listed) || isGone(listed, lines)) {
                store.list(location, lines);
            }
            known = Optional.of(List.copyOf(lines));
        } catch (RuntimeException e) {
            making.troubles().accept(e);
        }
    }

    /** Whether other pictures lie there now, or the list tells of none of the last hour. */
    private static boolean isNews(List<Line> fresh, List<Line> listed) {
        return fresh.stream()
                .anyMatch(line ->
                        !find(line.check(), listed).map(Line::copy).equals(Optional.of(line.copy()))
                                || listed.stream()
                                        .map(Line::at)
                                        .allMatch(line.at().minus(ANEW)::isAfter));
    }

    private static boolean isGone(List<Line> listed, List<Line> lines) {
        return listed.stream().anyMatch(line -> find(line.check(), lines).isEmpty());
    }

    private static List<CheckId> oldestFirst(Map<CheckId, Attempt> good, List<Line> lines) {
        return good.keySet().stream()
                .sorted(
                        Comparator.comparing((CheckId check) -> kept(check, lines))
                                .thenComparing(CheckId::value))
                .toList();
    }

    private Optional<Line> kept(CheckId check, Map<CheckId, Attempt> good, List<Line> listed) {
        Attempt attempt = Optional.ofNullable(good.get(check)).orElseThrow();
        Optional<Proof> proof =
                catalogue
                        .find(check)
                        .flatMap(found ->
                                attempt.exchange()
                                        .answered()
                                        .flatMap(answer -> making.pictures().apply(found, answer)))
                        .filter(Proof::fits);
        return proof.map(pictures -> kept(check, attempt.started(), pictures, listed));
    }

    /** The pictures lie there once this returns, written now or before. */
    private Line kept(CheckId check, Instant came, Proof proof, List<Line> listed) {
        Optional<Copy> same =
                find(check, listed)
                        .map(Line::copy)
                        .filter(copy -> copy.shows(proof))
                        .filter(copy -> came.isBefore(copy.written().plus(RENEWED)));
        Copy copy = same.orElseGet(() -> Copy.of(proof, came));
        Line line = new Line(location, check, came, proof.width(), proof.height(), copy);
        if (same.isEmpty()) {
            store.put(line, proof);
        }
        return line;
    }
}
