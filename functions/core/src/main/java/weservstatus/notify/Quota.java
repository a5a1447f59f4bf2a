package weservstatus.notify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts many notices into one message, and holds back what is too much for one hour. */
final class Quota {
    private final ChannelMemory memory;
    private final Terms terms;
    private final Map<MessageId, Ruling> rulings;
    private final List<Notice> tell = new ArrayList<>();
    private int sent;
    private boolean announced;

    /**
     * @param rulings of all other rules
     */
    Quota(ChannelMemory memory, Terms terms, Map<MessageId, Ruling> rulings) {
        this.memory = memory;
        this.terms = terms;
        this.rulings = new HashMap<>(rulings);
        this.sent = memory.sent();
        this.announced = memory.announced();
    }

    /**
     * The decision.
     *
     * @param wanted what no other rule holds back, in order
     */
    Decision limit(List<Notice> wanted) {
        if (terms.grouping() && wanted.size() > Sense.MOST_AT_ONCE) {
            take(wanted);
        } else {
            wanted.forEach(notice -> take(List.of(notice)));
        }
        ChannelMemory after =
                new ChannelMemory(
                        memory.handled(),
                        memory.hour(),
                        sent,
                        announced,
                        memory.opened(),
                        memory.muted());
        return new Decision(after.having(rulings), rulings, tell);
    }

    /** What ends something always goes; the rest as long as the hour has room. */
    private void take(List<Notice> together) {
        boolean always = together.stream().anyMatch(notice -> notice.event().isAlwaysTold());
        if (always || sent < terms.head().mostPerHour()) {
            sent++;
            tell.add(together.size() == 1 ? together.getFirst() : grouped(together));
            return;
        }
        String reason = "more than %d messages in this hour".formatted(terms.head().mostPerHour());
        together.forEach(notice -> rulings.put(notice.id(), new Ruling.Hold(reason)));
        if (!announced) {
            announced = true;
            tell.add(Grouped.heldBack(terms.head(), memory.hour(), terms.now()));
        }
    }

    private Notice grouped(List<Notice> together) {
        together.forEach(notice -> rulings.put(notice.id(), Ruling.GROUP));
        return Grouped.of(terms.head().id(), together);
    }
}
