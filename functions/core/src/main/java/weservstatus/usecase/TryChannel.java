package weservstatus.usecase;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import weservstatus.check.Catalogue;
import weservstatus.notify.Channel;
import weservstatus.notify.ChannelId;
import weservstatus.notify.Delivery;

/** Sends a message to one channel that says that it is a try, beside the outbox. */
public final class TryChannel {
    private final Messages messages;
    private final List<Channel> channels;
    private final Sender sender;
    private final InstantSource clock;

    public TryChannel(
            Catalogue catalogue, List<Channel> channels, Sender sender, InstantSource clock) {
        this.messages = new Messages(catalogue, id -> Optional.empty());
        this.channels = List.copyOf(channels);
        this.sender = sender;
        this.clock = clock;
    }

    /**
     * Tries a channel.
     *
     * @return what became of it; absent when there is no such channel
     */
    public Optional<Delivery> run(ChannelId id) {
        return channels.stream()
                .filter(channel -> channel.id().equals(id))
                .findFirst()
                .map(channel -> sender.send(messages.test(id, clock.instant()), channel));
    }
}
