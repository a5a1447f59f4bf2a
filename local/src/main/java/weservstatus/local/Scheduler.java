package weservstatus.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import weservstatus.check.CheckId;
import weservstatus.check.Pace;
import weservstatus.time.Slot;

/**
 * Decides when rounds run at a place that is alone: one at once, then one at the start of every
 * slot, each slot at most once. Slots that passed while a round was running or the machine slept
 * are recorded as missed, never made up for.
 *
 * <p>When a review finds a bad result that nothing has confirmed yet, the same checks are asked
 * again at once, and once more after {@link Pace#confirmAfter} if that still falls into the slot;
 * otherwise the next slot's round is the confirmation.
 */
final class Scheduler implements Runnable {
    /** Longer gaps than this need no records: whatever has none is unobserved anyway. */
    private static final Duration LONGEST_GAP = Duration.ofHours(24);

    /** What is done in a slot. Everything is idempotent. */
    interface Work {
        /** Whether the slot's scheduled round is stored already, such as before a restart. */
        boolean isDone(Slot slot);

        /** Runs and stores the slot's scheduled round. */
        void run(Slot slot);

        /**
         * Asks some checks again within the slot.
         *
         * @param number 1 and up
         */
        void confirm(Slot slot, int number, Set<CheckId> checks);

        /** Records that the slot passed without a round. */
        void missed(Slot slot);

        /** Decides and publishes; returns the checks that want to be asked again now. */
        Set<CheckId> review(Instant now);

        /** Hears that a slot's work is done: asked, reviewed and, where need was, confirmed. */
        void completed();
    }

    private final Pace pace;
    private final Work work;
    private final Timeline timeline;
    private final Consumer<Throwable> troubles;

    /**
     * @param troubles hears what went wrong in a slot; the next slot runs all the same
     */
    Scheduler(Pace pace, Work work, Timeline timeline, Consumer<Throwable> troubles) {
        this.pace = pace;
        this.work = work;
        this.timeline = timeline;
        this.troubles = troubles;
    }

    /** Runs until the thread is interrupted. */
    @Override
    public void run() {
        try {
            Slot slot = current();
            while (!Thread.currentThread().isInterrupted()) {
                turn(slot);
                slot = next(slot);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the slot after {@code last}, which may be much later than the one that follows. */
    private Slot next(Slot last) throws InterruptedException {
        timeline.sleepUntil(last.end());
        Slot current = current();
        recordMissed(last.next(), current);
        return current;
    }

    private void recordMissed(Slot first, Slot current) {
        Instant earliest = current.start().minus(LONGEST_GAP);
        Slot slot =
                first.start().isBefore(earliest) ? Slot.containing(earliest, pace.round()) : first;
        for (; slot.compareTo(current) < 0; slot = slot.next()) {
            Slot missed = slot;
            guarded(() -> work.missed(missed));
        }
    }

    private void turn(Slot slot) throws InterruptedException {
        try {
            boolean done = work.isDone(slot);
            if (!done) {
                work.run(slot);
            }
            Set<CheckId> suspects = work.review(timeline.instant());
            if (!done) {
                confirm(slot, suspects);
            }
            work.completed();
        } catch (RuntimeException e) {
            report(e);
        }
    }

    private void confirm(Slot slot, Set<CheckId> suspects) throws InterruptedException {
        if (suspects.isEmpty()) {
            return;
        }
        Instant second = timeline.instant().plus(pace.confirmAfter());
        work.confirm(slot, 1, suspects);
        work.review(timeline.instant());
        if (second.isBefore(slot.end())) {
            timeline.sleepUntil(second);
            confirmOnceMore(slot);
        }
    }

    private void confirmOnceMore(Slot slot) {
        Set<CheckId> still = work.review(timeline.instant());
        if (!still.isEmpty()) {
            work.confirm(slot, 2, still);
            work.review(timeline.instant());
        }
    }

    private void guarded(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            report(e);
        }
    }

    private void report(RuntimeException trouble) {
        if (!Thread.currentThread().isInterrupted()) {
            troubles.accept(trouble);
        }
    }

    private Slot current() {
        return Slot.containing(timeline.instant(), pace.round());
    }
}
