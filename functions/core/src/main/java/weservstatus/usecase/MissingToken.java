package weservstatus.usecase;

/** A variable holds no token, or one that can be guessed; the message says what to do. */
public final class MissingToken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingToken(String what, String variable, int shortest) {
        super(
                "%s: the environment variable %s holds no token; set it to %d or more random characters"
                        .formatted(what, variable, shortest));
    }
}
