package weservstatus.usecase;

import java.util.List;
import java.util.Optional;
import weservstatus.check.ComponentId;
import weservstatus.notify.Delivery;
import weservstatus.notify.Message;
import weservstatus.notify.MessageId;

/** Visitors who asked to be told. */
public interface Audience {

    /**
     * Ids of those who asked to hear of at least one of the components, in a fixed order.
     *
     * @param components of the message; a message about none concerns everybody
     * @param after only those that come after this one; empty for the first
     */
    List<String> listening(List<ComponentId> components, String after, int most);

    /** Sends to one of them; absent when that one does not listen any more. */
    Optional<Delivery> send(Message message, String subscription);

    /** Answers the wish to be told; absent when that one does not want it any more. */
    Optional<Delivery> answer(MessageId id, String subscription);

    /** Nobody. */
    Audience NOBODY =
            new Audience() {
                @Override
                public List<String> listening(
                        List<ComponentId> components, String after, int most) {
                    return List.of();
                }

                @Override
                public Optional<Delivery> send(Message message, String subscription) {
                    return Optional.empty();
                }

                @Override
                public Optional<Delivery> answer(MessageId id, String subscription) {
                    return Optional.empty();
                }
            };
}
