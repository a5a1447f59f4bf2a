package weservstatus.local;

/** The port that was asked for cannot be had; the message names the remedy. */
public final class PortTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortTaken(int port, Throwable cause) {
        super(
                "port "
                        + port
                        + " on 127.0.0.1 is in use or not allowed; choose another with --port,"
                        + " or --port 0 for any free one",
                cause);
    }
}
