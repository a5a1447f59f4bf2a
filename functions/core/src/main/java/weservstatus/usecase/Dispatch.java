package weservstatus.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import weservstatus.notify.Channel;
import weservstatus.notify.ChannelHead;
import weservstatus.notify.ChannelId;
import weservstatus.notify.Delivery;
import weservstatus.notify.DeliveryRecord;
import weservstatus.notify.Event;
import weservstatus.notify.Message;
import weservstatus.notify.Notice;
import weservstatus.notify.Pending;
import weservstatus.notify.Receiver;
import weservstatus.notify.Retries;
import weservstatus.store.OutboxStore;
import weservstatus.store.Stored;
import weservstatus.store.Table;
import weservstatus.store.Table.Write;

/**
 * Sends what is due and writes down what became of it. Whoever tries a message holds it for a
 * while, so that no two send it at once; one that was held and never finished is tried again.
 */
final class Dispatch {
    /** Visitors: each chooses components for himself. */
    static final ChannelHead SUBSCRIBERS = ChannelHead.of(new ChannelId("subscribers"));

    /** Longer than any attempt takes. */
    private static final Duration HELD = Duration.ofMinutes(3);

    private static final int MAIL_LANES = 4;
    private static final int SUBSCRIBERS_AT_ONCE = 20;

    private final Table table;
    private final Deliver.Settings settings;
    private final Messages messages;
    private final InstantSource clock;
    private final OutboxStore outbox;

    Dispatch(Table table, Deliver.Settings settings, Messages messages, InstantSource clock) {
        this.table = table;
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
        this.outbox = new OutboxStore(table);
    }

    /**
     * What became of one lane.
     *
     * @param tried whether anything was
     * @param trouble what ended it early
     */
    record Result(boolean tried, Optional<RuntimeException> trouble) {
        static Result broken(String reason) {
            return new Result(false, Optional.of(new IllegalStateException(reason)));
        }
    }

    /** Receivers of different lanes are sent to at the same time. */
    static String lane(Receiver receiver) {
        return switch (receiver) {
            case Receiver.OfChannel ignored -> receiver.label();
            case Receiver.OfSubscribers ignored -> "subscribers";
            case Receiver.OfSubscriber one ->
                    "mail " + Math.floorMod(one.subscription().hashCode(), MAIL_LANES);
            case Receiver.OfApplicant ignored -> "answers";
        };
    }

    /** When the first of any thread may be tried again; those behind it wait for it. */
    static Optional<Instant> nextDue(List<Stored<Pending>> pendings) {
        Map<String, Pending> first = new HashMap<>();
        for (Stored<Pending> one : pendings) {
            first.merge(
                    thread(one.value()),
                    one.value(),
                    (a, b) -> a.order().compareTo(b.order()) <= 0 ? a : b);
        }
        return first.values().stream().map(Pending::due).min(Comparator.naturalOrder());
    }

    /** Tries all of a lane that are due, each thread of each receiver in its order. */
    Result run(List<Stored<Pending>> lane) {
        List<Stored<Pending>> ordered = new ArrayList<>(lane);
        ordered.sort(Comparator.comparing(one -> one.value().order()));
        Set<String> stuck = new HashSet<>();
        boolean tried = false;
        try {
            for (int at = 0; at < ordered.size(); at++) {
                Stored<Pending> one = ordered.get(at);
                List<Stored<Pending>> later = ordered.subList(at + 1, ordered.size());
                String thread = thread(one.value());
                boolean free = !stuck.contains(thread) && isDue(one.value());
                tried |= free;
                if (!free || !attempt(one, later)) {
                    stuck.add(thread);
                }
            }
            return new Result(tried, Optional.empty());
        } catch (RuntimeException trouble) {
            return new Result(tried, Optional.of(trouble));
        }
    }

    private static String thread(Pending pending) {
        return switch (pending.receiver()) {
            case Receiver.OfChannel one -> one.label() + " " + pending.thread();
            case Receiver.OfSubscribers ignored -> "";
            case Receiver.OfSubscriber one -> one.label() + " " + pending.thread();
            case Receiver.OfApplicant one -> one.label();
        };
    }

    private boolean isDue(Pending pending) {
        return !pending.due().isAfter(clock.instant());
    }

    /** Whether it is done with: sent, or never to be. */
    private boolean attempt(Stored<Pending> one, List<Stored<Pending>> later) {
        Optional<Notice> notice = notice(one.value());
        if (notice.isEmpty()) {
            return table.transact(List.of(outbox.removing(one)));
        }
        if (one.value().receiver() instanceof Receiver.OfSubscribers all) {
            return expand(one, notice.get(), all);
        }
        if (notice.get().event() == Event.REMINDER && isOutdated(one.value(), later)) {
            return end(one, notice.get(), DeliveryRecord.End.HELD, "something newer is told");
        }
        Pending held = one.value().claimed(clock.instant().plus(HELD));
        if (!table.transact(List.of(outbox.changing(one, held)))) {
            return false;
        }
        return finish(
                new Stored<>(held, one.version() + 1), notice.get(), send(held, notice.get()));
    }

    /** Whether something waits behind the reminder that makes it needless. */
    private boolean isOutdated(Pending reminder, List<Stored<Pending>> later) {
        return later.stream()
                .map(Stored::value)
                .filter(other -> thread(other).equals(thread(reminder)))
                .flatMap(other -> outbox.find(other.message()).stream())
                .anyMatch(notice -> notice.event() == Event.REMINDER || notice.event().ends());
    }

    /** What is told; to an applicant nothing that anybody else is told. */
    private Optional<Notice> notice(Pending pending) {
        return pending.receiver() instanceof Receiver.OfApplicant
                ? Optional.of(messages.answer(pending.message(), pending.queued()))
                : outbox.find(pending.message());
    }

    /** Queues a message for each of the next subscribers; the last step ends it. */
    private boolean expand(Stored<Pending> one, Notice notice, Receiver.OfSubscribers all) {
        List<String> some =
                settings.audience()
                        .listening(notice.components(), all.after(), SUBSCRIBERS_AT_ONCE);
        List<Write> writes = new ArrayList<>(List.of(outbox.removing(one)));
        some.forEach(
                id -> writes.add(outbox.queuing(one.value().to(new Receiver.OfSubscriber(id)))));
        Pending rest =
                one.value().to(new Receiver.OfSubscribers(some.isEmpty() ? "" : some.getLast()));
        boolean more = some.size() == SUBSCRIBERS_AT_ONCE;
        if (more) {
            writes.add(outbox.queuing(rest));
        }
        return table.transact(writes) && !more;
    }

    private Delivery send(Pending pending, Notice notice) {
        Message message = messages.of(notice);
        try {
            return switch (pending.receiver()) {
                case Receiver.OfChannel one ->
                        channel(one.channel())
                                .map(channel -> settings.sender().send(message, channel))
                                .orElseGet(() ->
                                        new Delivery.Refused(
                                                "the channel is not configured any more"));
                case Receiver.OfSubscriber one ->
                        settings.audience()
                                .send(message, one.subscription())
                                .orElseGet(() -> new Delivery.Refused("unsubscribed"));
                case Receiver.OfApplicant one ->
                        settings.audience()
                                .answer(pending.message(), one.subscription())
                                .orElseGet(() -> new Delivery.Refused("not wanted any more"));
                case Receiver.OfSubscribers ignored -> Delivery.SENT;
            };
        } catch (RuntimeException broken) {
            return new Delivery.Failed("the monitor itself broke: " + broken, Optional.empty());
        }
    }

    private Optional<Channel> channel(ChannelId id) {
        return settings.channels().stream().filter(channel -> channel.id().equals(id)).findFirst();
    }

    private boolean finish(Stored<Pending> held, Notice notice, Delivery delivery) {
        Instant now = clock.instant();
        return switch (delivery) {
            case Delivery.Sent ignored -> end(held, notice, DeliveryRecord.End.SENT, "");
            case Delivery.Refused refused ->
                    end(held, notice, DeliveryRecord.End.REFUSED, refused.reason());
            case Delivery.Failed failed -> {
                Pending pending = held.value();
                Optional<Instant> next =
                        Retries.next(pending.tried() + 1, pending.queued(), now, failed);
                if (next.isEmpty()) {
                    yield end(held, notice, DeliveryRecord.End.GIVEN_UP, failed.reason());
                }
                table.transact(List.of(outbox.changing(held, pending.again(next.get()))));
                yield false;
            }
        };
    }

    private boolean end(
            Stored<Pending> held, Notice notice, DeliveryRecord.End end, String reason) {
        DeliveryRecord record =
                new DeliveryRecord(
                        notice.id(),
                        held.value().receiver(),
                        notice.event(),
                        notice.heading().title(),
                        end,
                        reason,
                        held.value().tried() + (end == DeliveryRecord.End.HELD ? 0 : 1),
                        clock.instant());
        List<Write> writes = new ArrayList<>(List.of(outbox.removing(held)));
        if (end != DeliveryRecord.End.SENT
                || held.value().receiver() instanceof Receiver.OfChannel) {
            writes.add(outbox.recording(record));
        }
        return table.transact(writes);
    }
}
