package weservstatus.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import weservstatus.check.Catalogue;
import weservstatus.incident.Calendar;
import weservstatus.notify.Channel;
import weservstatus.notify.ChannelId;
import weservstatus.notify.Delivery;
import weservstatus.notify.Pending;
import weservstatus.notify.Receiver;
import weservstatus.notify.ReminderPace;
import weservstatus.notify.Terms;
import weservstatus.store.MaintenanceStore;
import weservstatus.store.OutboxStore;
import weservstatus.store.SilenceStore;
import weservstatus.store.Stored;
import weservstatus.store.Table;

/**
 * Empties the outbox: puts in what came due by the clock, decides who gets what, sends what is due
 * and records what became of it. May run at any time, as often and by as many as one likes: a crash
 * at any step loses nothing, and what is sent again carries the same id.
 */
public final class Deliver {
    /** All sending of one pass together; what is still under way then is repeated. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Settings settings;
    private final InstantSource clock;
    private final Messages messages;
    private final Distribute distribute;
    private final ClockNotices clockNotices;
    private final Dispatch dispatch;
    private final OutboxStore outbox;
    private final SilenceStore silences;
    private final MaintenanceStore maintenances;

    /**
     * What it works with.
     *
     * @param channels of the owner
     * @param sender sends to them
     * @param audience visitors who subscribed
     * @param pace of reminders; absent when nobody wants any
     * @param curl the line that asks as the failed observation of that evidence did
     */
    public record Settings(
            Catalogue catalogue,
            List<Channel> channels,
            Sender sender,
            Audience audience,
            Optional<ReminderPace> pace,
            Function<String, Optional<String>> curl) {
        public Settings {
            channels = List.copyOf(channels);
        }
    }

    public Deliver(Table table, Settings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.messages = new Messages(settings.catalogue(), settings.curl());
        this.distribute = new Distribute(table);
        this.clockNotices = new ClockNotices(table, settings.pace());
        this.dispatch = new Dispatch(table, settings, messages, clock);
        this.outbox = new OutboxStore(table);
        this.silences = new SilenceStore(table);
        this.maintenances = new MaintenanceStore(table);
    }

    /**
     * Does all that is due; returns when something is due again, absent when only a change or the
     * clock's next moment can bring it.
     */
    public Optional<Instant> run() {
        clockNotices.put(clock.instant());
        Optional<Instant> again = outbox.open().isEmpty() ? Optional.empty() : decide();
        List<Stored<Pending>> pending = outbox.pending();
        while (pass(pending)) {
            pending = outbox.pending();
        }
        Optional<Instant> due = Dispatch.nextDue(pending);
        return Stream.concat(again.stream(), due.stream()).min(Comparator.naturalOrder());
    }

    /**
     * Tries a channel.
     *
     * @return absent when there is no such channel
     */
    public Optional<Delivery> test(ChannelId id) {
        return new TryChannel(settings.catalogue(), settings.channels(), settings.sender(), clock)
                .run(id);
    }

    private Optional<Instant> decide() {
        Instant now = clock.instant();
        Calendar calendar = new Calendar(maintenances.all().stream().map(Stored::value).toList());
        Terms subscribers =
                new Terms(
                        now,
                        Dispatch.SUBSCRIBERS,
                        messages.groups(),
                        false,
                        silences.all(),
                        calendar.maintained(now),
                        true);
        Map<Receiver, Terms> terms = new LinkedHashMap<>();
        for (Channel channel : settings.channels()) {
            terms.put(
                    new Receiver.OfChannel(channel.id()),
                    subscribers.of(channel.head(), !channel.keepsThreads()));
        }
        terms.put(Receiver.OfSubscribers.ALL, subscribers);
        return distribute.run(terms);
    }

    /** Whether anything was tried. Receivers do not wait for one another. */
    private boolean pass(List<Stored<Pending>> pending) {
        Map<String, List<Stored<Pending>>> lanes = new LinkedHashMap<>();
        for (Stored<Pending> one : pending) {
            lanes.computeIfAbsent(Dispatch.lane(one.value().receiver()), lane -> new ArrayList<>())
                    .add(one);
        }
        if (lanes.isEmpty()) {
            return false;
        }
        Map<String, Dispatch.Result> results =
                Fan.ask(
                        lanes.keySet(),
                        lane -> dispatch.run(lanes.getOrDefault(lane, List.of())),
                        PATIENCE,
                        (lane, reason) -> Dispatch.Result.broken(lane + ": " + reason));
        results.values().stream()
                .flatMap(result -> result.trouble().stream())
                .findFirst()
                .ifPresent(trouble -> {
                    throw new IllegalStateException("a message could not be sent", trouble);
                });
        return results.values().stream().anyMatch(Dispatch.Result::tried);
    }
}
