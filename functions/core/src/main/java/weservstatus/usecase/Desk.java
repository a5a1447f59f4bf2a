package weservstatus.usecase;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import weservstatus.store.AuditEntry;
import weservstatus.store.AuditStore;
import weservstatus.store.Codec;
import weservstatus.store.ReceiptStore;
import weservstatus.store.ReceiptStore.Receipt;
import weservstatus.store.Stored;
import weservstatus.store.Table;
import weservstatus.store.Table.Write;

/**
 * Where people have one kind of thing changed: each change in one transaction with its audit record
 * and, for what may be asked for again, its receipt.
 */
final class Desk<T> {
    private static final int TRIES = 8;

    /** The audit record holds a thing twice, and must fit into the table. */
    private static final int MOST_CHARACTERS = 150_000;

    private final Kind<T> kind;
    private final AuditStore audit;
    private final ReceiptStore receipts;
    private final InstantSource clock;

    Desk(Kind<T> kind, Table table, InstantSource clock) {
        this.kind = kind;
        this.audit = new AuditStore(table);
        this.receipts = new ReceiptStore(table);
        this.clock = clock;
    }

    /**
     * One kind of thing.
     *
     * @param name as the audit record has it
     */
    record Kind<T>(
            String name,
            Codec<T> codec,
            Function<String, Optional<Stored<T>>> find,
            Writer<T> writer) {}

    /** Writes what a thing is from now on, or that it is gone, all or nothing. */
    @FunctionalInterface
    interface Writer<T> {
        boolean write(Optional<Stored<T>> before, Optional<T> after, List<Write> also);
    }

    /** What a wish makes of a thing. */
    sealed interface Decision<T> {
        /**
         * It can be.
         *
         * @param also what must be written with it
         */
        record Fit<T>(T after, List<Write> also) implements Decision<T> {}

        record Unfit<T>(List<FieldFault> faults) implements Decision<T> {}

        static <T> Decision<T> fit(T after) {
            return new Fit<>(after, List.of());
        }

        static <T> Decision<T> unfit(String field, String reason, String remedy) {
            return new Unfit<>(List.of(new FieldFault(field, reason, remedy)));
        }
    }

    /** A new thing; the mandate has a key. */
    Outcome create(String action, String id, T first, Mandate mandate) {
        for (int tried = 1; tried <= TRIES; tried++) {
            Optional<Outcome> known = known(mandate);
            if (known.isPresent()) {
                return known.get();
            }
            if (kind.find().apply(id).isPresent()) {
                return new Outcome.Exists(kind.name(), id);
            }
            Change<T> change = new Change<>(action, id, Optional.empty(), Optional.of(first));
            Optional<Outcome> written = write(change, mandate, List.of(), true);
            if (written.isPresent()) {
                return written.get();
            }
        }
        return new Outcome.Busy();
    }

    /** Another state of a thing that is there. */
    Outcome change(String action, String id, Mandate mandate, Function<T, Decision<T>> how) {
        for (int tried = 1; tried <= TRIES; tried++) {
            Optional<Outcome> known = known(mandate);
            if (known.isPresent()) {
                return known.get();
            }
            Optional<Stored<T>> before = kind.find().apply(id);
            Optional<Outcome> refused = refused(id, before, mandate);
            if (refused.isPresent()) {
                return refused.get();
            }
            Optional<Outcome> done = decide(action, id, before.orElseThrow(), mandate, how);
            if (done.isPresent()) {
                return done.get();
            }
        }
        return new Outcome.Busy();
    }

    /** Takes a thing away. */
    Outcome remove(String id, Mandate mandate) {
        for (int tried = 1; tried <= TRIES; tried++) {
            Optional<Stored<T>> before = kind.find().apply(id);
            Optional<Outcome> refused = refused(id, before, mandate);
            if (refused.isPresent()) {
                return refused.get();
            }
            Change<T> change = new Change<>("remove", id, before, Optional.empty());
            if (write(change, mandate, List.of(), false).isPresent()) {
                return new Outcome.Removed();
            }
        }
        return new Outcome.Busy();
    }

    private record Change<T>(
            String action, String id, Optional<Stored<T>> before, Optional<T> after) {
        long version() {
            return before.map(Stored::version).orElse(0L) + 1;
        }
    }

    private Optional<Outcome> decide(
            String action,
            String id,
            Stored<T> before,
            Mandate mandate,
            Function<T, Decision<T>> how) {
        return switch (how.apply(before.value())) {
            case Decision.Unfit<T> unfit -> Optional.of(new Outcome.Unfit(unfit.faults()));
            case Decision.Fit<T> fit when fit.after().equals(before.value()) ->
                    Optional.of(
                            new Outcome.Done(
                                    id,
                                    kind.codec().encode(before.value()),
                                    before.version(),
                                    false));
            case Decision.Fit<T> fit ->
                    write(
                            new Change<>(action, id, Optional.of(before), Optional.of(fit.after())),
                            mandate,
                            fit.also(),
                            false);
        };
    }

    /** Why it cannot be changed by this mandate, if so. */
    private Optional<Outcome> refused(String id, Optional<Stored<T>> before, Mandate mandate) {
        if (before.isEmpty()) {
            return Optional.of(new Outcome.Missing(kind.name(), id));
        }
        long version = before.get().version();
        return mandate.expected()
                .filter(expected -> expected != version)
                .map(ignored -> stale(id, version));
    }

    private Outcome stale(String id, long version) {
        Optional<AuditStore.Last> last =
                audit.last(kind.name(), id).filter(known -> known.version() == version);
        return new Outcome.Stale(
                version, last.map(AuditStore.Last::who), last.map(AuditStore.Last::at));
    }

    /** What an earlier request with the same key came to. */
    private Optional<Outcome> known(Mandate mandate) {
        return mandate.key()
                .flatMap(key ->
                        receipts.find(mandate.identity())
                                .map(receipt ->
                                        receipt.digest().equals(key.digest())
                                                ? done(receipt)
                                                : new Outcome.KeyTaken()));
    }

    private static Outcome done(Receipt receipt) {
        return new Outcome.Done(
                receipt.id(), receipt.document(), receipt.version(), receipt.created());
    }

    /** Nothing when somebody else was quicker. */
    private Optional<Outcome> write(
            Change<T> change, Mandate mandate, List<Write> also, boolean created) {
        String document = change.after().map(kind.codec()::encode).orElse("{}");
        if (document.length() > MOST_CHARACTERS) {
            return Optional.of(tooLong());
        }
        Instant now = clock.instant();
        List<Write> all = new ArrayList<>(also);
        all.addAll(audit.writing(entry(change, mandate, now)));
        mandate.key()
                .map(key ->
                        new Receipt(
                                mandate.identity(),
                                key.digest(),
                                change.id(),
                                document,
                                change.version(),
                                created))
                .ifPresent(receipt -> all.add(receipts.writing(receipt, now)));
        return kind.writer().write(change.before(), change.after(), all)
                ? Optional.of(new Outcome.Done(change.id(), document, change.version(), created))
                : Optional.empty();
    }

    private AuditEntry entry(Change<T> change, Mandate mandate, Instant now) {
        return new AuditEntry(
                now,
                mandate.who(),
                change.action(),
                kind.name(),
                change.id(),
                change.version(),
                change.before().map(Stored::value).map(kind.codec()::encode),
                change.after().map(kind.codec()::encode));
    }

    private static Outcome tooLong() {
        return new Outcome.Unfit(
                List.of(
                        new FieldFault(
                                "body",
                                "there is no room for more words here",
                                "open a new one, or say it in fewer words")));
    }
}
