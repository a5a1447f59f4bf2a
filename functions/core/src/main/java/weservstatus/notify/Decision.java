package weservstatus.notify;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a channel gets now.
 *
 * @param memory with which the next decision begins
 * @param rulings on each notice that was not handled before
 * @param tell what is sent, in this order: notices of the outbox, and those that list or announce
 *     others
 */
public record Decision(ChannelMemory memory, Map<MessageId, Ruling> rulings, List<Notice> tell) {
    public Decision {
        rulings = Map.copyOf(rulings);
        tell = List.copyOf(tell);
    }

    /** When a notice that waits must be decided on again. */
    public Optional<Instant> again() {
        return rulings.values().stream().flatMap(Decision::until).min(Instant::compareTo);
    }

    private static Stream<Instant> until(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Wait wait -> Stream.of(wait.until());
            case Ruling.Tell ignored -> Stream.empty();
            case Ruling.Group ignored -> Stream.empty();
            case Ruling.Hold ignored -> Stream.empty();
            case Ruling.Pass ignored -> Stream.empty();
        };
    }
}
