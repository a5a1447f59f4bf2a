package weservstatus.usecase;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import weservstatus.notify.DeliveryRecord;
import weservstatus.notify.Subscription;
import weservstatus.store.Codec;
import weservstatus.store.OutboxStore;
import weservstatus.store.Stored;
import weservstatus.store.SubscriptionStore;
import weservstatus.store.Table;
import weservstatus.store.Table.Write;
import weservstatus.usecase.TopicAudience.Member;

/** What people see of those who are told, and of what they were told. */
public final class AdministerSubscribers {
    private static final String KIND = "subscriber";

    /** Begins the place of a page of the topic's; ids of our own have no dot. */
    private static final String OF_TOPIC = "t.";

    /** A topic says nothing of changes. */
    private static final long ONLY_VERSION = 1;

    private final Table table;
    private final InstantSource clock;
    private final SubscriptionStore store;
    private final OutboxStore outbox;
    private final Optional<TopicAudience> topic;
    private final Desk<Subscription> desk;
    private final Desk<Member> topicDesk;

    public AdministerSubscribers(Table table, InstantSource clock) {
        this(table, clock, Optional.empty());
    }

    private AdministerSubscribers(Table table, InstantSource clock, Optional<TopicAudience> topic) {
        this.table = table;
        this.clock = clock;
        this.store = new SubscriptionStore(table);
        this.outbox = new OutboxStore(table);
        this.topic = topic;
        this.desk = desk(this::find, (before, after, also) -> erase(before, also));
        this.topicDesk = desk(this::told, (before, after, also) -> end(before, also));
    }

    /** The same, where a topic tells people too. */
    public AdministerSubscribers with(TopicAudience audience) {
        return new AdministerSubscribers(table, clock, Optional.of(audience));
    }

    /**
     * Some of those who are told.
     *
     * @param kept by this monitor itself, by id
     * @param members of the topic
     * @param next where the page after this one begins, absent after the last
     */
    public record Page(List<Subscription> kept, List<Member> members, Optional<String> next) {
        public Page {
            kept = List.copyOf(kept);
            members = List.copyOf(members);
        }
    }

    /**
     * First those whom this monitor keeps, then those of the topic; absent when no page begins
     * there.
     *
     * @param after the {@code next} of the page before, empty for the first
     */
    public Optional<Page> list(String after, int most) {
        if (after.startsWith(OF_TOPIC)) {
            return topic.flatMap(all -> all.list(after.substring(OF_TOPIC.length()), most))
                    .map(AdministerSubscribers::page);
        }
        List<Subscription> kept = store.list(after, most);
        if (kept.size() == most) {
            return Optional.of(new Page(kept, List.of(), Optional.of(kept.getLast().id())));
        }
        return kept.isEmpty() && topic.isPresent()
                ? list(OF_TOPIC, most)
                : Optional.of(new Page(kept, List.of(), topic.map(ignored -> OF_TOPIC)));
    }

    private static Page page(TopicAudience.Page page) {
        return new Page(List.of(), page.members(), page.next().map(OF_TOPIC::concat));
    }

    public Optional<Stored<Subscription>> find(String id) {
        return id.isEmpty() ? Optional.empty() : store.find(id);
    }

    /** One of the topic's. */
    public Optional<Stored<Member>> told(String id) {
        return topic.flatMap(all -> all.find(id)).map(member -> new Stored<>(member, ONLY_VERSION));
    }

    /** Why nothing can be done about this one, if so. */
    public Optional<FieldFault> untouchable(String id) {
        return topic.filter(ignored -> id.equals(TopicAudience.PENDING))
                .map(ignored ->
                        new FieldFault(
                                "id",
                                "SNS gives an address no id before its owner has confirmed, so that nobody can take it away",
                                "wait: it is told nothing, and SNS forgets it after 48 hours"));
    }

    /** Forgets an address and what was to be sent to it; the audit record does not know it. */
    public Outcome remove(String id, Mandate mandate) {
        Optional<FieldFault> fault = untouchable(id);
        if (fault.isPresent()) {
            return new Outcome.Unfit(List.of(fault.get()));
        }
        if (find(id).isEmpty() && told(id).isPresent()) {
            return topicDesk.remove(id, mandate);
        }
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

    /** Recorded first: a removal that nobody can find again would be worse than one told twice. */
    private boolean end(Optional<Stored<Member>> before, List<Write> also) {
        boolean recorded = table.transact(also);
        if (recorded) {
            before.ifPresent(known -> topic.orElseThrow().remove(known.value().id()));
        }
        return recorded;
    }

    private <T> Desk<T> desk(Function<String, Optional<Stored<T>>> find, Desk.Writer<T> writer) {
        return new Desk<>(new Desk.Kind<>(KIND, new Nameless<>(), find, writer), table, clock);
    }

    /** What the audit record may keep of somebody who is gone: nothing but that there was one. */
    private static final class Nameless<T> implements Codec<T> {
        @Override
        public String encode(T subscriber) {
            return "{}";
        }

        @Override
        public T decode(String document) {
            throw new IllegalStateException("nothing of a subscriber is kept here");
        }
    }
}
