package weservstatus.notify;

/**
 * What every channel has.
 *
 * @param route which messages go there
 * @param mostPerHour more messages than this in one hour are held back and that is said once;
 *     notices that something is over always go through
 */
public record ChannelHead(ChannelId id, Route route, int mostPerHour) {
    /** More in an hour nobody reads. */
    public static final int USUAL_MOST_PER_HOUR = 20;

    public ChannelHead {
        if (mostPerHour < 1) {
            throw new IllegalArgumentException(
                    "a channel takes at least 1 message an hour, not " + mostPerHour);
        }
    }

    /** Everything, at the usual rate. */
    public static ChannelHead of(ChannelId id) {
        return new ChannelHead(id, Route.ALL, USUAL_MOST_PER_HOUR);
    }
}
