package weservstatus.usecase;

/** Adds addresses to a topic that itself asks each whether it wants to be told. */
public interface TopicSubscriber {

    /**
     * Asks the address; nothing for one that is there already. What the topic does not want is
     * noted for the owner and not told to the visitor, who could learn from it who is known.
     *
     * @param address of a mailbox
     * @param filterPolicy JSON: of which messages it is to hear
     */
    void subscribe(String address, String filterPolicy);
}
