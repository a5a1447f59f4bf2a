package weservstatus.usecase;

import weservstatus.notify.Delivery;
import weservstatus.notify.Letter;

/** Port to the mail server that writes to visitors. */
public interface Mailer {
    /** Sends one letter once; what the server or the network does wrong is a value. */
    Delivery send(Letter letter);
}
