package weservstatus.usecase;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import weservstatus.check.Catalogue;
import weservstatus.check.ComponentId;
import weservstatus.notify.Event;
import weservstatus.notify.MailAddress;
import weservstatus.notify.MessageId;
import weservstatus.notify.Pending;
import weservstatus.notify.Receiver;
import weservstatus.notify.Subscription;
import weservstatus.store.OutboxStore;
import weservstatus.store.Stored;
import weservstatus.store.SubscriptionStore;
import weservstatus.store.Table;
import weservstatus.store.Table.Write;

/**
 * What visitors do to be told by mail. Nobody learns from it whether an address is known: whatever
 * is asked of an address is answered by a mail to that address.
 */
public final class Subscriptions implements Wishes {
    private static final int TRIES = 8;

    private final Table table;
    private final SubscriptionStore store;
    private final OutboxStore outbox;
    private final SubscriptionTokens tokens;
    private final WishFaults faults;
    private final InstantSource clock;
    private final Supplier<String> ids;

    /**
     * @param ids random ones of 12 of {@code a-z0-9}
     */
    public Subscriptions(
            Table table,
            Catalogue catalogue,
            SubscriptionTokens tokens,
            InstantSource clock,
            Supplier<String> ids) {
        this.table = table;
        this.store = new SubscriptionStore(table);
        this.outbox = new OutboxStore(table);
        this.tokens = tokens;
        this.faults = new WishFaults(catalogue);
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public List<FieldFault> request(String typed, Set<ComponentId> wanted) {
        List<FieldFault> found = faults.of(typed, wanted);
        if (found.isEmpty()) {
            repeat(() -> ask(MailAddress.parse(typed).orElseThrow(), wanted));
        }
        return found;
    }

    /** The subscription that the token stands for. */
    public Optional<Subscription> find(String token) {
        return stored(token).map(Stored::value);
    }

    /** The owner of the address says yes; false when there is no such subscription. */
    public boolean confirm(String token) {
        return change(token, one -> one.confirmedAt(clock.instant()));
    }

    /**
     * Another choice of components.
     *
     * @return what is wrong with it; absent when there is no such subscription
     */
    public Optional<List<FieldFault>> choose(String token, Set<ComponentId> wanted) {
        List<FieldFault> found = faults.of(wanted);
        if (!found.isEmpty()) {
            return stored(token).map(one -> found);
        }
        return change(token, one -> one.choosing(wanted))
                ? Optional.of(List.of())
                : Optional.empty();
    }

    /** Forgets the address, and all that was still to be sent to it; repeating it does nothing. */
    public void end(String token) {
        tokens.id(token).ifPresent(this::erase);
    }

    /** The same by the owner of the page; whether there was such a subscription. */
    public boolean erase(String id) {
        Optional<Stored<Subscription>> found = store.find(id);
        found.ifPresent(one -> table.transact(store.erasing(one.value())));
        forget(id, outbox, table);
        return found.isPresent();
    }

    /** Takes back what was still to be sent to it, and leaves no trace of what was deleted. */
    static void forget(String id, OutboxStore outbox, Table table) {
        outbox.pending().stream()
                .filter(one -> one.value().receiver().concerns(id))
                .forEach(one -> table.transact(List.of(outbox.removing(one))));
        table.scrub();
    }

    private boolean ask(String address, Set<ComponentId> wanted) {
        Instant now = clock.instant();
        Optional<Stored<Subscription>> known = store.findAddress(address);
        Subscription before =
                known.map(Stored::value)
                        .map(one -> one.confirmed().isPresent() ? one : one.choosing(wanted))
                        .orElseGet(() -> fresh(address, wanted, now));
        Optional<Subscription> after = before.mailedAt(now);
        if (after.isEmpty()) {
            return true;
        }
        List<Write> writes =
                new ArrayList<>(
                        store.writing(
                                after.get(),
                                known.map(Stored::version).orElse(SubscriptionStore.NONE)));
        writes.add(outbox.queuing(answer(after.get(), now)));
        return table.transact(writes);
    }

    private Subscription fresh(String address, Set<ComponentId> wanted, Instant now) {
        return new Subscription(ids.get(), address, wanted, now, Optional.empty(), List.of());
    }

    private static Pending answer(Subscription to, Instant now) {
        MessageId id = MessageId.of("subscription/" + to.id(), Event.UPDATE, now.toString());
        return new Pending(
                id,
                new Receiver.OfApplicant(to.id()),
                "subscription-" + to.id(),
                now.toString(),
                now,
                now,
                0);
    }

    private boolean change(String token, java.util.function.UnaryOperator<Subscription> how) {
        return stored(token).isPresent()
                && repeat(() ->
                        stored(token)
                                .map(one ->
                                        table.transact(
                                                store.writing(
                                                        how.apply(one.value()), one.version())))
                                .orElse(true));
    }

    /** Tries until nobody else is quicker. */
    private static boolean repeat(Supplier<Boolean> once) {
        for (int tried = 1; tried <= TRIES; tried++) {
            if (once.get()) {
                return true;
            }
        }
        throw new IllegalStateException("others change the same subscription all the time");
    }

    private Optional<Stored<Subscription>> stored(String token) {
        return tokens.id(token).flatMap(store::find);
    }
}
