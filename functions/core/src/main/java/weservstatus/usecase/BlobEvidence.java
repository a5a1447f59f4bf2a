package weservstatus.usecase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.CheckId;
import weservstatus.document.EvidenceJson;
import weservstatus.observe.Answer;
import weservstatus.observe.Attempt;
import weservstatus.observe.Evidence;
import weservstatus.observe.EvidenceId;
import weservstatus.observe.Observation;
import weservstatus.observe.Result;
import weservstatus.observe.Round;
import weservstatus.store.Blobs.Blob;
import weservstatus.store.EvidenceLedger;
import weservstatus.store.EvidenceStore;

/**
 * Keeps evidence in blobs, within the limits of the day's {@link EvidenceLedger}. A check whose
 * limit is reached goes on to name the newest evidence of the hour.
 */
public final class BlobEvidence implements EvidenceKeeper {
    /** More that fail at once fail for one reason, and the next round has its turn too. */
    private static final int MOST_OF_A_ROUND = 8;

    private final Catalogue catalogue;
    private final EvidenceStore store;
    private final Making making;
    private final Object turn = new Object();

    /**
     * How pieces are made.
     *
     * @param pictures the difference of an answer from what its check expects, as PNG
     * @param executor where they are made and written
     * @param troubles hears why a piece could not be kept
     */
    public record Making(
            BiFunction<Check, Answer, Optional<byte[]>> pictures,
            Executor executor,
            Consumer<Throwable> troubles) {}

    public BlobEvidence(Catalogue catalogue, EvidenceStore store, Making making) {
        this.catalogue = catalogue;
        this.store = store;
        this.making = making;
    }

    @Override
    public Round named(Round round, Map<CheckId, Attempt> attempts) {
        boolean nothing = round.observations().stream().noneMatch(BlobEvidence::isWanted);
        if (nothing) {
            return round;
        }
        try {
            synchronized (turn) {
                return promised(round, attempts);
            }
        } catch (RuntimeException e) {
            making.troubles().accept(e);
            return round;
        }
    }

    private Round promised(Round round, Map<CheckId, Attempt> attempts) {
        Instant at = round.slot().start();
        EvidenceLedger ledger = store.ledger(round.location(), at);
        List<Observation> named = new ArrayList<>();
        int kept = 0;
        for (Observation seen : round.observations()) {
            CheckId check = seen.check();
            if (!isWanted(seen)) {
                named.add(seen);
            } else if (kept < MOST_OF_A_ROUND
                    && attempts.containsKey(check)
                    && ledger.admits(check, at)) {
                EvidenceId id = id(round, check);
                ledger = ledger.promised(check, id, at);
                named.add(seen.withEvidence(Optional.of(id)));
                kept++;
            } else {
                named.add(seen.withEvidence(ledger.last(check, at)));
            }
        }
        if (kept > 0) {
            store.putLedger(round.location(), at, ledger);
        }
        return round.with(named);
    }

    @Override
    public void keep(Round named, Map<CheckId, Attempt> attempts) {
        for (Observation seen : named.observations()) {
            EvidenceId id = id(named, seen.check());
            Optional<Check> check = catalogue.find(seen.check());
            boolean promised = seen.evidence().filter(id::equals).isPresent();
            if (promised && check.isPresent() && attempts.containsKey(seen.check())) {
                Attempt attempt = attempts.get(seen.check());
                making.executor().execute(() -> keep(named, check.get(), attempt, seen));
            }
        }
    }

    private void keep(Round round, Check check, Attempt attempt, Observation seen) {
        try {
            EvidenceStore.Piece piece = piece(id(round, check.id()), check, attempt, seen);
            boolean isNew = store.put(piece);
            if (isNew) {
                settle(round, piece.bytes());
            }
        } catch (RuntimeException e) {
            making.troubles().accept(e);
        }
    }

    private void settle(Round round, long bytes) {
        synchronized (turn) {
            Instant at = round.slot().start();
            EvidenceLedger ledger = store.ledger(round.location(), at);
            store.putLedger(round.location(), at, ledger.written(bytes));
        }
    }

    private EvidenceStore.Piece piece(
            EvidenceId id, Check check, Attempt attempt, Observation seen) {
        Optional<Answer> answer = attempt.exchange().answered();
        Optional<byte[]> picture =
                answer.flatMap(whole -> making.pictures().apply(check, whole))
                        .filter(png -> png.length < EvidenceLedger.MAX_PIECE * 3 / 4);
        Evidence evidence = Evidence.of(id, check, attempt, seen, picture);
        return new EvidenceStore.Piece(
                id,
                new Blob(EvidenceJson.bytes(evidence), EvidenceJson.MEDIA_TYPE),
                evidence.exchange()
                        .answered()
                        .map(Answer::body)
                        .filter(body -> body.length > 0)
                        .map(body -> new Blob(body, "application/octet-stream")),
                picture.map(png -> new Blob(png, "image/png")));
    }

    private static EvidenceId id(Round round, CheckId check) {
        return EvidenceId.of(round.location(), round.slot(), round.number(), check);
    }

    /** What is good needs no proof, and what the monitor itself broke proves nothing. */
    private static boolean isWanted(Observation seen) {
        return seen.result() == Result.FAILED || seen.result() == Result.BLOCKED;
    }
}
