package weservstatus.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import weservstatus.check.ComponentId;

/**
 * Decides what a channel is told, and what it is better not told. Pure; the rules, and what each is
 * for, stand in docs/notifications.md.
 */
public final class Sense {
    /** A component that goes up and down makes at most one pair of messages in this time. */
    public static final Duration FLAPPING = Duration.ofMinutes(15);

    /** More than these at once become one message. */
    public static final int MOST_AT_ONCE = 3;

    /** In which notices are told. */
    public static final Comparator<Notice> ORDER = Comparator.comparing(Sense::orderOf);

    private final Terms terms;
    private final Map<MessageId, Ruling> rulings = new LinkedHashMap<>();
    private final Map<String, Instant> waiting = new HashMap<>();
    private final Map<ComponentId, Instant> opened;
    private final Set<String> muted;

    private Sense(ChannelMemory memory, Terms terms) {
        this.terms = terms;
        this.opened = new HashMap<>(memory.opened());
        this.muted = new HashSet<>(memory.muted());
    }

    /**
     * What the channel gets now of what is in the outbox.
     *
     * @param open everything in the outbox, in any order
     */
    public static Decision decide(ChannelMemory before, Collection<Notice> open, Terms terms) {
        List<MessageId> ids = open.stream().map(Notice::id).toList();
        ChannelMemory memory = before.at(terms.now(), ids, FLAPPING);
        List<Notice> fresh =
                open.stream()
                        .filter(notice -> !memory.handled().contains(notice.id()))
                        .sorted(ORDER)
                        .toList();
        Sense sense = new Sense(memory, terms);
        fresh.forEach(notice -> sense.rule(fresh, notice));
        List<Notice> wanted =
                fresh.stream()
                        .filter(notice -> sense.rulings.get(notice.id()) instanceof Ruling.Tell)
                        .toList();
        ChannelMemory after = memory.with(sense.opened, sense.muted);
        return new Quota(after, terms, sense.rulings).limit(wanted);
    }

    /** Text that sorts as {@link #ORDER} does: by time, what begins first and what ends last. */
    public static String orderOf(Notice notice) {
        int turn = notice.event().begins() ? 0 : notice.event().ends() ? 2 : 1;
        return "%016x.%d.%s".formatted(notice.at().toEpochMilli(), turn, notice.id());
    }

    private void rule(List<Notice> fresh, Notice notice) {
        Ruling ruling = ruling(fresh, notice);
        rulings.put(notice.id(), ruling);
        String thread = notice.about().thread();
        switch (ruling) {
            case Ruling.Tell ignored -> {
                muted.remove(thread);
                if (notice.event() == Event.OPENED) {
                    notice.components().forEach(part -> opened.put(part, terms.now()));
                }
            }
            case Ruling.Hold ignored -> {
                if (notice.event().begins()) {
                    muted.add(thread);
                } else if (notice.event().ends()) {
                    muted.remove(thread);
                }
            }
            case Ruling.Wait wait -> waiting.put(thread, wait.until());
            case Ruling.Group ignored -> {}
            case Ruling.Pass ignored -> {}
        }
    }

    private Ruling ruling(List<Notice> fresh, Notice notice) {
        String thread = notice.about().thread();
        if (!terms.routed(notice)) {
            return Ruling.PASS;
        }
        if (notice.event().ends()) {
            return end(fresh, thread);
        }
        if (terms.silenced(notice)) {
            return new Ruling.Hold("silenced");
        }
        if (notice.isAlert() && terms.underWork(notice)) {
            return new Ruling.Hold("planned work");
        }
        if (waiting.containsKey(thread)) {
            return new Ruling.Wait(waiting.get(thread));
        }
        return flapping(notice).<Ruling>map(Ruling.Wait::new).orElse(Ruling.TELL);
    }

    /** Told always, but where the beginning was not told on purpose. */
    private Ruling end(List<Notice> fresh, String thread) {
        if (waiting.remove(thread) != null) {
            Ruling gone = new Ruling.Hold("came and went within 15 minutes of the last");
            fresh.stream()
                    .filter(notice -> notice.about().thread().equals(thread))
                    .filter(notice -> rulings.get(notice.id()) instanceof Ruling.Wait)
                    .forEach(notice -> rulings.put(notice.id(), gone));
            return gone;
        }
        return muted.contains(thread)
                ? new Ruling.Hold("its beginning was held back")
                : Ruling.TELL;
    }

    /** Until when an alert waits because its component was told to fail a short time ago. */
    private Optional<Instant> flapping(Notice notice) {
        return notice.isAlert() && notice.event() == Event.OPENED
                ? notice.components().stream()
                        .flatMap(part -> Optional.ofNullable(opened.get(part)).stream())
                        .map(told -> told.plus(FLAPPING))
                        .max(Comparator.naturalOrder())
                : Optional.empty();
    }
}
