package weservstatus.notify;

/**
 * Where messages go: one record for each kind, holding the address and the names of secrets, never
 * a secret itself.
 */
public sealed interface Channel permits HttpChannel, GithubChannel, MailChannel, SnsChannel {
    ChannelHead head();

    default ChannelId id() {
        return head().id();
    }
}
