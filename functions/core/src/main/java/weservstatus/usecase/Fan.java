package weservstatus.usecase;

import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Asks many questions at once, each on a virtual thread of its own, and waits for all answers with
 * one patience. A question that is stuck or breaks costs its own answer only.
 */
final class Fan {

    private Fan() {}

    /**
     * One answer per question, in their order. What still runs when the patience ends is
     * interrupted and not waited for.
     *
     * @param otherwise makes the answer to a question that has none, of the reason why
     */
    static <Q, A> Map<Q, A> ask(
            Collection<Q> questions,
            Function<Q, A> task,
            Duration patience,
            BiFunction<Q, String, A> otherwise) {
        List<Callable<A>> tasks =
                questions.stream()
                        .<Callable<A>>map(question -> () -> task.apply(question))
                        .toList();
        Iterator<Future<A>> futures = run(tasks, patience).iterator();
        Map<Q, A> answers = new LinkedHashMap<>();
        for (Q question : questions) {
            answers.put(
                    question, answer(futures.next(), reason -> otherwise.apply(question, reason)));
        }
        return answers;
    }

    private static <A> List<Future<A>> run(List<Callable<A>> tasks, Duration patience) {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            return threads.invokeAll(tasks, patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while probing", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <A> A answer(Future<A> future, Function<String, A> otherwise) {
        return switch (future.state()) {
            case SUCCESS -> future.resultNow();
            case FAILED -> otherwise.apply("the monitor itself broke: " + future.exceptionNow());
            case RUNNING, CANCELLED ->
                    otherwise.apply("the monitor did not finish this attempt in time");
        };
    }
}
