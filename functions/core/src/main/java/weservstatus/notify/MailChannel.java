package weservstatus.notify;

import java.util.List;

/**
 * Mail to people whom the owner names, over the mail server of the file. A repeat carries the same
 * {@code Message-ID}.
 *
 * @param to at least one address
 */
public record MailChannel(ChannelHead head, List<String> to) implements Channel {
    public MailChannel {
        to = List.copyOf(to);
    }
}
