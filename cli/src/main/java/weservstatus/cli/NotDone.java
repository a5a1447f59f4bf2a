package weservstatus.cli;

/** The monitor did not do what it was asked; the message says why and what to do. */
final class NotDone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    NotDone(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
