package weservstatus.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import weservstatus.check.ComponentId;

/**
 * What one channel was told, as far as later decisions need it.
 *
 * @param handled notices that were decided on and are still in the outbox
 * @param hour start of the hour that {@code sent} counts
 * @param sent messages in that hour
 * @param announced whether the channel was told that more are held back in that hour
 * @param opened when the channel was last told that an incident of the component began
 * @param muted threads whose beginning was held back there on purpose
 */
public record ChannelMemory(
        Set<MessageId> handled,
        Instant hour,
        int sent,
        boolean announced,
        Map<ComponentId, Instant> opened,
        Set<String> muted) {
    public static final ChannelMemory NONE =
            new ChannelMemory(Set.of(), Instant.EPOCH, 0, false, Map.of(), Set.of());

    public ChannelMemory {
        handled = Set.copyOf(handled);
        opened = Map.copyOf(opened);
        muted = Set.copyOf(muted);
    }

    /** Without what no decision from now on needs. */
    ChannelMemory at(Instant now, Collection<MessageId> open, Duration flapping) {
        Instant current = now.truncatedTo(ChronoUnit.HOURS);
        boolean same = current.equals(hour);
        Set<MessageId> still = new HashSet<>(handled);
        still.retainAll(open);
        Map<ComponentId, Instant> lately = new HashMap<>(opened);
        lately.values().removeIf(at -> !now.isBefore(at.plus(flapping)));
        return new ChannelMemory(still, current, same ? sent : 0, same && announced, lately, muted);
    }

    /** With what the rulings leave behind: all that do not wait are handled. */
    ChannelMemory having(Map<MessageId, Ruling> rulings) {
        Set<MessageId> all = new HashSet<>(handled);
        rulings.forEach((id, ruling) -> {
            if (!(ruling instanceof Ruling.Wait)) {
                all.add(id);
            }
        });
        return new ChannelMemory(all, hour, sent, announced, opened, muted);
    }

    ChannelMemory with(Map<ComponentId, Instant> openedLately, Set<String> mutedNow) {
        return new ChannelMemory(handled, hour, sent, announced, openedLately, mutedNow);
    }
}
