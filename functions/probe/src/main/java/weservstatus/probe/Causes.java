package weservstatus.probe;

import java.util.Optional;
import java.util.stream.Stream;

/** Searches an exception and its causes. */
final class Causes {
    /** Deeper chains do not occur; a cyclic one must end. */
    private static final int MAX_DEPTH = 20;

    private Causes() {}

    static <T extends Throwable> Optional<T> find(Throwable top, Class<T> type) {
        return chain(top).filter(type::isInstance).map(type::cast).findFirst();
    }

    static boolean has(Throwable top, Class<? extends Throwable> type) {
        return find(top, type).isPresent();
    }

    /** Whether any message in the chain contains the text. */
    static boolean say(Throwable top, String text) {
        return chain(top).anyMatch(cause -> String.valueOf(cause.getMessage()).contains(text));
    }

    private static Stream<Throwable> chain(Throwable top) {
        return Stream.<Throwable>iterate(top, cause -> cause != null, Throwable::getCause)
                .limit(MAX_DEPTH);
    }
}
