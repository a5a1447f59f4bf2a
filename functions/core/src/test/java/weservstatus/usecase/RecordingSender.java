package weservstatus.usecase;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import weservstatus.notify.Channel;
import weservstatus.notify.Delivery;
import weservstatus.notify.Message;

/** Receivers that take everything; whoever sends may die before and after each. */
public final class RecordingSender implements Sender {
    private final Fuse fuse;
    private final List<Message> received = new ArrayList<>();

    public RecordingSender(Fuse fuse) {
        this.fuse = fuse;
    }

    @Override
    public synchronized Delivery send(Message message, Channel channel) {
        fuse.step();
        received.add(message);
        fuse.step();
        return Delivery.SENT;
    }

    public synchronized List<Message> received() {
        return List.copyOf(received);
    }

    /** What arrived, each message once, in the order of its first arrival. */
    synchronized List<String> events() {
        Set<Message> once = new LinkedHashSet<>(received);
        return once.stream().map(message -> message.event().label()).toList();
    }
}
