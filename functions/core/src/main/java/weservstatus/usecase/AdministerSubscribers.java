package weservstatus.usecase;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weservstatus.notify.DeliveryRecord;
import weservstatus.notify.Subscription;
import weservstatus.store.Codec;
import weservstatus.store.OutboxStore;
import weservstatus.store.Stored;
import weservstatus.store.SubscriptionStore;
import weservstatus.store.Table;
import weservstatus.store.Table.Write;

/** What people see of those who are told, and of what they were told. */
public final class AdministerSubscribers {
    private final Table table;
    private final SubscriptionStore store;
    private final OutboxStore outbox;
    private final Desk<Subscription> desk;

    public AdministerSubscribers(Table table, InstantSource clock) {
        this.table = table;
        this.store = new SubscriptionStore(table);
        this.outbox = new OutboxStore(table);
        this.desk =
                new Desk<>(
                        new Desk.Kind<>(
                                "subscriber",
                                new Nameless(),
                                this::find,
                                (before, after, also) -> erase(before, also)),
                        table,
                        clock);
    }

    /** Some of them by id, after that one; from the first on for an empty one. */
    public List<Subscription> list(String after, int most) {
        return store.list(after, most);
    }

    public Optional<Stored<Subscription>> find(String id) {
        return id.isEmpty() ? Optional.empty() : store.find(id);
    }

    /** Forgets an address and what was to be sent to it; the audit record does not know it. */
    public Outcome remove(String id, Mandate mandate) {
        Outcome outcome = desk.remove(id, mandate);
        Subscriptions.forget(id, outbox, table);
        return outcome;
    }

    /** What became of the messages sent last, newest first. */
    public List<DeliveryRecord> deliveries(int most) {
        return outbox.records(most);
    }

    private boolean erase(Optional<Stored<Subscription>> before, List<Write> also) {
        List<Write> all = new ArrayList<>(also);
        before.ifPresent(known -> all.addAll(store.erasing(known.value())));
        return table.transact(all);
    }

    /** What the audit record may keep of somebody who is gone: nothing but that there was one. */
    private static final class Nameless implements Codec<Subscription> {
        @Override
        public String encode(Subscription subscription) {
            return "{}";
        }

        @Override
        public Subscription decode(String document) {
            throw new IllegalStateException("nothing of a subscriber is kept here");
        }
    }
}
