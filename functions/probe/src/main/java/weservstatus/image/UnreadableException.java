package weservstatus.image;

/** Bytes that are not the picture they claim to be; the message says in words what is wrong. */
final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
        super(message);
    }

    static UnreadableException cutShort(String detail) {
        return new UnreadableException("cut short: " + detail);
    }
}
