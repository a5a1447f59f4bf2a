package weservstatus.usecase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import weservstatus.notify.ChannelMemory;
import weservstatus.notify.Decision;
import weservstatus.notify.DeliveryRecord;
import weservstatus.notify.MessageId;
import weservstatus.notify.Notice;
import weservstatus.notify.Pending;
import weservstatus.notify.Receiver;
import weservstatus.notify.Ruling;
import weservstatus.notify.Sense;
import weservstatus.notify.Terms;
import weservstatus.store.OutboxStore;
import weservstatus.store.Stored;
import weservstatus.store.Table;
import weservstatus.store.Table.Write;

/**
 * Decides for each receiver what it gets of what is in the outbox, and queues that. One decision,
 * what it queues and what it remembers are one transaction, so nothing is decided twice.
 */
final class Distribute {
    private static final int TRIES = 5;

    /** So many notices fit into one transaction, whatever is decided on them. */
    private static final int MOST_AT_ONCE = 8;

    private final Table table;
    private final OutboxStore outbox;

    Distribute(Table table) {
        this.table = table;
        this.outbox = new OutboxStore(table);
    }

    /** What was left undone: when to look again, and which notices are not decided on. */
    private record Rest(Optional<Instant> again, Set<MessageId> undecided) {}

    /**
     * Decides for all; returns when a notice that waits must be decided on again.
     *
     * @param terms of each receiver
     */
    Optional<Instant> run(Map<Receiver, Terms> terms) {
        List<Notice> open = outbox.open();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Set<MessageId> undecided = new HashSet<>();
        List<Instant> again = new ArrayList<>();
        for (Map.Entry<Receiver, Terms> each : terms.entrySet()) {
            Rest rest = decide(each.getKey(), each.getValue());
            undecided.addAll(rest.undecided());
            rest.again().ifPresent(again::add);
        }
        open.stream().map(Notice::id).filter(id -> !undecided.contains(id)).forEach(outbox::close);
        return again.stream().min(Comparator.naturalOrder());
    }

    /** The memory is read before the outbox: what is in neither was decided on and closed. */
    private Rest decide(Receiver receiver, Terms terms) {
        for (int tried = 1; ; ) {
            Stored<ChannelMemory> memory = outbox.memory(receiver.label());
            List<Notice> open = outbox.open();
            Decision decision = some(memory.value(), open, terms);
            if (isIdle(decision)) {
                return rest(open, decision.memory(), decision.again());
            }
            boolean written = table.transact(writes(receiver, terms, memory, open, decision));
            if (!written && ++tried > TRIES) {
                return rest(open, memory.value(), Optional.of(terms.now()));
            }
        }
    }

    private static Rest rest(List<Notice> open, ChannelMemory memory, Optional<Instant> again) {
        Set<MessageId> undecided = new HashSet<>();
        open.forEach(notice -> undecided.add(notice.id()));
        undecided.removeAll(memory.handled());
        return new Rest(again, undecided);
    }

    private static boolean isIdle(Decision decision) {
        return decision.rulings().values().stream()
                .allMatch(ruling -> ruling instanceof Ruling.Wait);
    }

    /** A decision on no more than fits into one transaction. */
    private static Decision some(ChannelMemory memory, List<Notice> open, Terms terms) {
        Decision all = Sense.decide(memory, open, terms);
        List<Notice> decided =
                open.stream()
                        .filter(notice -> all.rulings().containsKey(notice.id()))
                        .filter(notice -> !(all.rulings().get(notice.id()) instanceof Ruling.Wait))
                        .sorted(Sense.ORDER)
                        .toList();
        if (decided.size() <= MOST_AT_ONCE || writes(all) <= Table.MAX_WRITES) {
            return all;
        }
        List<Notice> fewer = new ArrayList<>(open);
        fewer.removeAll(decided.subList(MOST_AT_ONCE, decided.size()));
        return Sense.decide(memory, fewer, terms);
    }

    /** No fewer than the decision takes: each that is told may have to be kept, too. */
    private static long writes(Decision decision) {
        long held =
                decision.rulings().values().stream().filter(Ruling.Hold.class::isInstance).count();
        return 1 + 2L * decision.tell().size() + held;
    }

    private List<Write> writes(
            Receiver receiver,
            Terms terms,
            Stored<ChannelMemory> memory,
            List<Notice> open,
            Decision decision) {
        List<Write> writes = new ArrayList<>();
        writes.add(outbox.remembering(receiver.label(), decision.memory(), memory.version()));
        for (Notice notice : decision.tell()) {
            if (!open.contains(notice)) {
                writes.add(outbox.keeping(notice));
            }
            writes.add(outbox.queuing(pending(receiver, notice, terms.now())));
        }
        open.forEach(notice ->
                held(receiver, notice, decision, terms.now())
                        .map(outbox::recording)
                        .ifPresent(writes::add));
        return writes;
    }

    private static Pending pending(Receiver receiver, Notice notice, Instant now) {
        return new Pending(
                notice.id(), receiver, notice.about().thread(), Sense.orderOf(notice), now, now, 0);
    }

    private static Optional<DeliveryRecord> held(
            Receiver receiver, Notice notice, Decision decision, Instant now) {
        return Optional.ofNullable(decision.rulings().get(notice.id()))
                .filter(Ruling.Hold.class::isInstance)
                .map(Ruling.Hold.class::cast)
                .map(hold ->
                        new DeliveryRecord(
                                notice.id(),
                                receiver,
                                notice.event(),
                                notice.heading().title(),
                                DeliveryRecord.End.HELD,
                                hold.reason(),
                                0,
                                now));
    }
}
