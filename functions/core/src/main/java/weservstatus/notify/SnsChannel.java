package weservstatus.notify;

/**
 * A topic of Amazon SNS, of which each subscriber picks by message attributes.
 *
 * @param topic its ARN
 */
public record SnsChannel(ChannelHead head, String topic) implements Channel {

    @Override
    public boolean keepsThreads() {
        return true;
    }
}
