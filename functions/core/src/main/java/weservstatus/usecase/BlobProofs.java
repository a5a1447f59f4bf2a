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
import weservstatus.store.ProofStore;
import weservstatus.store.ProofStore.Line;
import weservstatus.time.Slot;

/**
 * Keeps the last good picture of each check, anew once an hour. The locations take turns by the
 * hour, so that one that is silent makes a picture an hour older and not lost, and so that more
 * locations do not write more.
 */
public final class BlobProofs implements ProofKeeper {
    /** Pictures of one round: the rest has its turn in the next ones. */
    private static final int MOST_OF_A_ROUND = 8;

    private static final Duration ANEW = Duration.ofHours(1);

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
        return lines.stream()
                .filter(line -> line.check().equals(check))
                .map(Line::at)
                .findFirst()
                .orElse(Instant.EPOCH);
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
            List<Line> lines = new ArrayList<>(store.of(location));
            List<Line> fresh = new ArrayList<>();
            for (CheckId check : oldestFirst(good, lines)) {
                if (fresh.size() < MOST_OF_A_ROUND) {
                    written(check, good).ifPresent(fresh::add);
                }
            }
            Set<CheckId> renewed = fresh.stream().map(Line::check).collect(Collectors.toSet());
            lines.removeIf(line ->
                    renewed.contains(line.check()) || catalogue.find(line.check()).isEmpty());
            lines.addAll(fresh);
            if (!fresh.isEmpty()) {
                store.list(location, lines);
            }
            known = Optional.of(List.copyOf(lines));
        } catch (RuntimeException e) {
            making.troubles().accept(e);
        }
    }

    private static List<CheckId> oldestFirst(Map<CheckId, Attempt> good, List<Line> lines) {
        return good.keySet().stream()
                .sorted(
                        Comparator.comparing((CheckId check) -> kept(check, lines))
                                .thenComparing(CheckId::value))
                .toList();
    }

    private Optional<Line> written(CheckId check, Map<CheckId, Attempt> good) {
        Attempt attempt = Optional.ofNullable(good.get(check)).orElseThrow();
        Optional<Proof> proof =
                catalogue
                        .find(check)
                        .flatMap(found ->
                                attempt.exchange()
                                        .answered()
                                        .flatMap(answer -> making.pictures().apply(found, answer)))
                        .filter(Proof::fits);
        return proof.map(pictures -> {
            Line line =
                    new Line(
                            location,
                            check,
                            attempt.started(),
                            pictures.width(),
                            pictures.height());
            store.put(line, pictures);
            return line;
        });
    }
}
