package weservstatus.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import weservstatus.check.ComponentId;
import weservstatus.text.ShortId;

/**
 * One address that is told, or that was asked whether it wants to be. It is kept for as long, and
 * no longer.
 *
 * @param id random: 12 of {@code a-z0-9}
 * @param address as the mail server takes it
 * @param components that it wants to hear of; empty for all
 * @param asked when somebody first gave the address
 * @param confirmed when its owner said yes
 * @param mailed when it was lately sent something that somebody asked for on the page
 */
public record Subscription(
        String id,
        String address,
        Set<ComponentId> components,
        Instant asked,
        Optional<Instant> confirmed,
        List<Instant> mailed) {
    /** An address that nobody confirms is forgotten. */
    public static final Duration UNCONFIRMED = Duration.ofHours(24);

    /** So many mails within a day may be had by typing an address into the page. */
    public static final int MOST_ASKED = 3;

    private static final Duration DAY = Duration.ofDays(1);

    public Subscription {
        ShortId.require(id);
        components = Set.copyOf(components);
        mailed = List.copyOf(mailed);
    }

    /** Whether it wants to hear of any of these; what is about none concerns everybody. */
    public boolean listensTo(List<ComponentId> parts) {
        return confirmed.isPresent()
                && (components.isEmpty()
                        || parts.isEmpty()
                        || parts.stream().anyMatch(components::contains));
    }

    /** The same after one more mail that was asked for; absent when that is one too many. */
    public Optional<Subscription> mailedAt(Instant now) {
        List<Instant> lately = mailed.stream().filter(at -> at.plus(DAY).isAfter(now)).toList();
        return lately.size() >= MOST_ASKED
                ? Optional.empty()
                : Optional.of(
                        new Subscription(
                                id,
                                address,
                                components,
                                asked,
                                confirmed,
                                Stream.concat(lately.stream(), Stream.of(now)).toList()));
    }

    public Subscription confirmedAt(Instant now) {
        return new Subscription(
                id, address, components, asked, Optional.of(confirmed.orElse(now)), mailed);
    }

    public Subscription choosing(Set<ComponentId> others) {
        return new Subscription(id, address, others, asked, confirmed, mailed);
    }

    /** Enough for its owner to know it by: {@code a…@example.org}. */
    public String masked() {
        int at = address.lastIndexOf('@');
        return address.substring(0, 1) + "…" + address.substring(at);
    }
}
