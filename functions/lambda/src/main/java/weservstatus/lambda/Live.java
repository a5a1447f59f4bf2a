package weservstatus.lambda;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * What a handler works with. It is rehearsed while the function initialises, at full speed and
 * before there is an event, and once more before a snapshot is taken. After the restore of a
 * snapshot everything is made anew: connections, credentials, random numbers, counts of callers and
 * documents of that time must not be shared or outlive it.
 *
 * @param <T> one of the parts of {@link Wiring}
 */
final class Live<T> implements Resource {
    private final Function<Wiring, T> part;
    private final Consumer<T> rehearsal;
    private volatile T current;

    private Live(Wiring wiring, Function<Wiring, T> part, Consumer<T> rehearsal) {
        this.part = part;
        this.rehearsal = rehearsal;
        this.current = part.apply(wiring);
    }

    /** For tests: made of this wiring, never rehearsed. */
    static <T> Live<T> of(Wiring wiring, Function<Wiring, T> part) {
        return new Live<>(wiring, part, made -> {});
    }

    /** For production: made of the function's environment, and rehearsed. */
    static <T> Live<T> rehearsed(Function<Wiring, T> part, Consumer<T> rehearsal) {
        Live<T> live = new Live<>(Wiring.ofEnvironment(), part, rehearsal);
        live.rehearse();
        Core.getGlobalContext().register(live);
        return live;
    }

    T get() {
        return current;
    }

    /** What goes wrong here goes wrong with the first event too, which then says so. */
    private void rehearse() {
        Instant started = Instant.now();
        LogLine line;
        try {
            rehearsal.accept(part.apply(Wiring.onStage()));
            line = LogLine.ofRun("rehearsed", Rehearsal.ID, started, Instant.now());
        } catch (RuntimeException e) {
            line =
                    LogLine.ofRun("rehearsed", Rehearsal.ID, started, Instant.now())
                            .with("trouble", e.toString());
        }
        System.out.println(line.text());
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        rehearse();
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        current = part.apply(Wiring.ofEnvironment());
    }
}
