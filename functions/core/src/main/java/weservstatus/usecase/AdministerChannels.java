package weservstatus.usecase;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weservstatus.check.Catalogue;
import weservstatus.notify.ChannelId;
import weservstatus.notify.Event;
import weservstatus.notify.MessageId;
import weservstatus.notify.Notice;
import weservstatus.notify.Pending;
import weservstatus.notify.Receiver;
import weservstatus.store.AuditEntry;
import weservstatus.store.AuditStore;
import weservstatus.store.OutboxStore;
import weservstatus.store.Table;
import weservstatus.store.Table.Write;

/**
 * Tries channels from where messages go out: a try takes the way of all messages, with the rights
 * and secrets of whoever sends them, and what became of it stands among the deliveries.
 */
public final class AdministerChannels {
    private final Table table;
    private final InstantSource clock;
    private final Messages messages;
    private final OutboxStore outbox;
    private final AuditStore audit;

    AdministerChannels(Catalogue catalogue, Table table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
        this.messages = new Messages(catalogue, evidence -> Optional.empty());
        this.outbox = new OutboxStore(table);
        this.audit = new AuditStore(table);
    }

    /**
     * Puts a try into the outbox, once for each mandate. Whether there is such a channel is known
     * to whoever sends, and stands among the deliveries too.
     *
     * @return the message's id; absent when others were quicker, and it is to be asked again
     */
    public Optional<MessageId> test(ChannelId channel, Mandate mandate) {
        MessageId id = MessageId.of("channel/" + channel, Event.TEST, mandate.identity());
        return outbox.find(id).isPresent() || table.transact(writes(id, channel, mandate))
                ? Optional.of(id)
                : Optional.empty();
    }

    private List<Write> writes(MessageId id, ChannelId channel, Mandate mandate) {
        Instant now = clock.instant();
        Notice notice = messages.trial(id, channel, now);
        Pending pending =
                new Pending(
                        id,
                        new Receiver.OfChannel(channel),
                        "test-" + id,
                        now.toString(),
                        now,
                        now,
                        0);
        List<Write> all = new ArrayList<>();
        all.add(outbox.keepingNew(notice));
        all.add(outbox.queuing(pending));
        all.addAll(
                audit.writing(
                        new AuditEntry(
                                now,
                                mandate.who(),
                                "test",
                                "channel",
                                channel.value(),
                                1,
                                Optional.empty(),
                                Optional.empty())));
        return all;
    }
}
