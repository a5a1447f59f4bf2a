package weservstatus.notify;

/**
 * Where messages go: one record for each kind, holding the address and the names of secrets, never
 * a secret itself.
 */
public sealed interface Channel permits HttpChannel, GithubChannel, MailChannel, SnsChannel {
    ChannelHead head();

    /**
     * Whether the receiver follows each incident by itself, as a pager, a list of issues or a
     * program does. It then gets every message by itself, never several in one.
     */
    default boolean keepsThreads() {
        return false;
    }

    default ChannelId id() {
        return head().id();
    }
}
