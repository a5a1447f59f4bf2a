package weservstatus.notify;

import java.util.Optional;

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

    /** The secret that it cannot do without. */
    default Optional<SecretName> needs() {
        return switch (this) {
            case WebhookChannel one -> one.secret();
            case SlackChannel one -> Optional.of(one.secret());
            case DiscordChannel one -> Optional.of(one.secret());
            case TeamsChannel one -> Optional.of(one.secret());
            case TelegramChannel one -> Optional.of(one.secret());
            case NtfyChannel one -> one.secret();
            case PagerDutyChannel one -> Optional.of(one.secret());
            case AlertmanagerChannel one -> one.secret();
            case GithubChannel one -> Optional.of(one.secret());
            case MailChannel ignored -> Optional.empty();
            case SnsChannel ignored -> Optional.empty();
        };
    }

    default ChannelId id() {
        return head().id();
    }
}
