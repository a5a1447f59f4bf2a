package weservstatus.usecase;

import weservstatus.check.CheckId;

/**
 * A heartbeat's variable holds no token, or one that can be guessed; the message says what to do.
 */
public final class MissingToken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingToken(CheckId check, String variable, int shortest) {
        super(
                "check %s: the environment variable %s holds no token; set it to %d or more random characters"
                        .formatted(check, variable, shortest));
    }
}
