package weservstatus.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weservstatus.check.Pace;

/**
 * From the course of a component to its outages: when one begins, is over or is joined with the one
 * before, and when ups and downs are no news any more. Deciding again over the same time changes
 * nothing.
 */
final class OutageRule {

    private static final int GOOD_ROUNDS = 3;

    private final Course course;
    private final Pace pace;
    private final Instant now;
    private final List<OutageRecord> outages;
    private final boolean unstable;

    private OutageRule(Course course, Pace pace, List<OutageRecord> before, Instant now) {
        this.course = course;
        this.pace = pace;
        this.now = now;
        this.outages = new ArrayList<>(before);
        boolean was = before.stream().anyMatch(outage -> outage.unstable().isPresent());
        this.unstable =
                Unrest.isUnstable(was, Unrest.changeRatio(course.lately(pace.round(), now)));
    }

    /**
     * The outages of the component, oldest first, of which only the last may be open.
     *
     * @param before what was decided the last time; of what was seen then, the last stretch is
     *     looked at again, since an outage is dated back
     */
    static List<OutageRecord> decide(Course course, Pace pace, OutageMemory before, Instant now) {
        OutageRule rule = new OutageRule(course, pace, before.of(course.component()), now);
        Instant from = before.reviewed().map(last -> last.minus(pace.rejoinWithin())).orElse(now);
        course.spells().stream().filter(spell -> spell.to().isAfter(from)).forEach(rule::add);
        rule.settle();
        return List.copyOf(rule.outages);
    }

    private void add(Spell spell) {
        switch (spell.kind()) {
            case OUT -> out(spell);
            case FINE -> fine(spell);
            // What nobody saw neither goes on nor is over.
            case UNSEEN -> {}
        }
    }

    private void out(Spell spell) {
        if (outages.isEmpty() || !joins(outages.getLast(), spell)) {
            outages.add(OutageRecord.opened(course.component(), spell.from(), spell.status()));
        } else {
            OutageRecord last = outages.removeLast();
            outages.add(last.bad(spell.from(), spell.lasts() ? spell.status() : last.status()));
        }
    }

    private boolean joins(OutageRecord last, Spell spell) {
        return last.end()
                .filter(end -> spell.from().isAfter(end.plus(pace.rejoinWithin())))
                .isEmpty();
    }

    private void fine(Spell spell) {
        if (!outages.isEmpty() && outages.getLast().lasts()) {
            OutageRecord outage = outages.removeLast().good(spell.from());
            outages.add(!unstable && isOver(spell) ? outage.over() : outage);
        }
    }

    /** Three good rounds in a row, and long enough. */
    private boolean isOver(Spell good) {
        GoodRounds rounds = GoodRounds.in(course.checks(), good);
        Instant until = good.to().isAfter(now) ? now : good.to();
        return rounds.count() >= GOOD_ROUNDS
                && !until.isBefore(rounds.since().plus(pace.recoverAfter()));
    }

    private void settle() {
        if (!outages.isEmpty() && outages.getLast().lasts()) {
            OutageRecord last = outages.removeLast();
            outages.add(
                    last.withUnstable(
                            unstable
                                    ? last.unstable().or(() -> Optional.of(now))
                                    : Optional.empty()));
        }
        // Twice: what ended within the time that is looked at again must still be known.
        Instant forgotten = now.minus(pace.rejoinWithin().multipliedBy(2));
        outages.removeIf(outage -> outage.end().filter(forgotten::isAfter).isPresent());
    }
}
