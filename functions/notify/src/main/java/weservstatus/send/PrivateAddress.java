package weservstatus.send;

import java.io.IOException;

/** The receiver lies in a private network, and the channel does not allow that. */
final class PrivateAddress extends IOException {
    private static final long serialVersionUID = 1L;

    /** For people. */
    static final String REASON =
            "the receiver lies in a private network; allowPrivate: true allows it";

    PrivateAddress() {
        super(REASON);
    }
}
