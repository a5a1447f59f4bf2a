package weservstatus.api;

/**
 * One line of the table of what can be done beyond reading the public documents.
 *
 * @param <S> what it is done with
 * @param method upper case
 */
public record Operation<S>(String method, PathTemplate path, Trust trust, Handler<S> handler) {
    /** Does it. */
    @FunctionalInterface
    public interface Handler<S> {
        /**
         * The answer to what was asked.
         *
         * @throws Unacceptable when what was sent cannot be used
         */
        Response handle(S services, Asked asked);
    }

    static <S> Operation<S> of(String method, String path, Trust trust, Handler<S> handler) {
        return new Operation<>(method, new PathTemplate(path), trust, handler);
    }
}
