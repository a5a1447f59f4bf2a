package weservstatus.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What came of something that a person wanted. */
public sealed interface Outcome {
    /**
     * It is so now, or was so already.
     *
     * @param document the thing as it is kept
     * @param created whether the wish was for a new thing
     */
    record Done(String id, String document, long version, boolean created) implements Outcome {}

    /** It is gone. */
    record Removed() implements Outcome {}

    record Missing(String kind, String id) implements Outcome {}

    /** There is one of that name already. */
    record Exists(String kind, String id) implements Outcome {}

    /**
     * Somebody else was quicker.
     *
     * @param version that it has now
     * @param who made it so, absent when it was the monitor
     * @param at when, as far as known
     */
    record Stale(long version, Optional<String> who, Optional<Instant> at) implements Outcome {}

    record Unfit(List<FieldFault> faults) implements Outcome {
        public Unfit {
            faults = List.copyOf(faults);
        }
    }

    /** The key came with something else before. */
    record KeyTaken() implements Outcome {}

    /** Others were quicker again and again. */
    record Busy() implements Outcome {}
}
