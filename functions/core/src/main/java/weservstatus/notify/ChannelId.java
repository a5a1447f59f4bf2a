package weservstatus.notify;

import weservstatus.text.Slug;

/** Identity of a channel, as the owner named it in status.yaml. */
public record ChannelId(String value) implements Comparable<ChannelId> {
    public ChannelId {
        Slug.require(value);
    }

    @Override
    public int compareTo(ChannelId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
