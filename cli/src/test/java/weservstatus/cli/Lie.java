package weservstatus.cli;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One way in which a service is not what it should be.
 *
 * @param heard what the service makes of the request
 * @param told what it makes of its honest answer to that
 */
record Lie(String name, UnaryOperator<Asked> heard, BiFunction<Asked, Told, Told> told) {

    static final Lie NONE = of("the truth", (asked, told) -> told);

    /** Changes answers. */
    static Lie of(String name, BiFunction<Asked, Told, Told> told) {
        return new Lie(name, asked -> asked, told);
    }

    /** Changes every answer, whatever was asked. */
    static Lie always(String name, UnaryOperator<Told> told) {
        return of(name, (asked, honest) -> told.apply(honest));
    }

    /** Understands the request wrongly and answers that honestly. */
    static Lie mishearing(String name, UnaryOperator<Asked> heard) {
        return new Lie(name, heard, (asked, told) -> told);
    }

    Told tell(Asked asked, Function<Asked, Told> service) {
        return told.apply(asked, service.apply(heard.apply(asked)));
    }
}
