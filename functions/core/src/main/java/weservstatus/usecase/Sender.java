package weservstatus.usecase;

import weservstatus.notify.Channel;
import weservstatus.notify.Delivery;
import weservstatus.notify.Message;

/** Port to the channels. */
public interface Sender {
    /**
     * Sends once; waits no longer than the channel's own time-outs. What the receiver or the
     * network does wrong is a value. The same message may come again, with the same id.
     */
    Delivery send(Message message, Channel channel);
}
