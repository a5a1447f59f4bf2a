package weservstatus.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Carries commands out. Pure: what is stored and told is for the caller. */
public final class Incidents {
    private Incidents() {}

    /**
     * The incidents after the commands, in the order in which they started. A command that was
     * carried out before changes nothing.
     *
     * @throws IllegalArgumentException when a command names an incident that does not exist
     */
    public static List<Incident> after(List<Incident> before, List<IncidentCommand> commands) {
        Map<IncidentId, Incident> all = new LinkedHashMap<>();
        before.forEach(incident -> all.put(incident.id(), incident));
        commands.forEach(command -> carryOut(all, command));
        return List.copyOf(all.values());
    }

    private static void carryOut(Map<IncidentId, Incident> all, IncidentCommand command) {
        switch (command) {
            case IncidentCommand.Open open -> all.putIfAbsent(open.incident(), opened(open));
            case IncidentCommand.Say say -> change(all, say, old -> said(old, say.update()));
            case IncidentCommand.Show show ->
                    change(all, show, old -> old.withEvidence(show.evidence()));
            case IncidentCommand.Resolve resolve ->
                    change(all, resolve, old -> resolved(old, resolve));
            case IncidentCommand.ProposeEnd propose ->
                    change(
                            all,
                            propose,
                            old -> proposing(old, propose.update(), Optional.of(propose.ended())));
            case IncidentCommand.Reopen reopen ->
                    change(all, reopen, old -> proposing(old, reopen.update(), Optional.empty()));
            case IncidentCommand.TakeOver taken ->
                    change(all, taken, old -> old.with(old.heading().ownedBy(taken.person())));
            case IncidentCommand.Edit edit -> change(all, edit, old -> edited(old, edit));
            case IncidentCommand.Reword reword -> change(all, reword, old -> reworded(old, reword));
            case IncidentCommand.Acknowledge acknowledge ->
                    change(all, acknowledge, old -> old.acknowledgedAt(acknowledge.at()));
            case IncidentCommand.Merge merge -> merge(all, merge);
        }
    }

    private static void change(
            Map<IncidentId, Incident> all, IncidentCommand command, UnaryOperator<Incident> how) {
        all.put(command.incident(), how.apply(find(all, command.incident())));
    }

    private static Incident find(Map<IncidentId, Incident> all, IncidentId id) {
        Incident found = all.get(id);
        if (found == null) {
            throw new IllegalArgumentException("there is no incident " + id);
        }
        return found;
    }

    private static Incident opened(IncidentCommand.Open open) {
        IncidentUpdate first = open.first();
        Incident.Heading heading =
                new Incident.Heading(
                        open.title(), open.impact().orElse(first.impact()), open.owner());
        Incident.Span span =
                first.status().isOver()
                        ? Incident.Span.over(open.started(), first.at())
                        : Incident.Span.open(open.started());
        return new Incident(
                open.incident(),
                first.written(),
                heading,
                span,
                List.of(first),
                open.evidence(),
                Optional.empty());
    }

    private static Incident said(Incident old, IncidentUpdate update) {
        return old.has(update.id()) ? old : old.with(update);
    }

    private static Incident proposing(
            Incident old, IncidentUpdate update, Optional<Instant> proposed) {
        Incident told = said(old, update);
        return told.with(told.span().proposing(proposed));
    }

    private static Incident resolved(Incident old, IncidentCommand.Resolve resolve) {
        Incident over = said(old, resolve.update());
        return over.isOpen()
                ? over
                : over.with(Incident.Span.over(over.started(), resolve.ended()));
    }

    private static Incident edited(Incident old, IncidentCommand.Edit edit) {
        Incident.Heading titled = edit.title().map(old.heading()::titled).orElse(old.heading());
        Incident.Heading heading = edit.impact().map(titled::with).orElse(titled);
        Optional<Instant> ended = old.isOpen() ? Optional.empty() : edit.ended().or(old::ended);
        Instant started = edit.started().orElse(old.started());
        return old.with(heading).with(new Incident.Span(started, ended, old.span().proposedEnd()));
    }

    private static Incident reworded(Incident old, IncidentCommand.Reword reword) {
        return old.withUpdates(
                old.updates().stream()
                        .map(update ->
                                update.id().equals(reword.update())
                                        ? update.with(reword.body(), reword.at())
                                        : update)
                        .toList());
    }

    private static void merge(Map<IncidentId, Incident> all, IncidentCommand.Merge merge) {
        Incident into = find(all, merge.incident());
        Incident other = all.remove(merge.other());
        if (other != null) {
            all.put(merge.incident(), merged(into, other));
        }
    }

    /** Every update of both; open when one of them is; the earlier start, the later end. */
    private static Incident merged(Incident into, Incident other) {
        List<IncidentUpdate> updates = new ArrayList<>(into.updates());
        other.updates().stream()
                .map(update ->
                        into.has(update.id())
                                ? update.named(update.id() + "-" + other.id())
                                : update)
                .forEach(updates::add);
        boolean open = into.isOpen() || other.isOpen();
        Incident.Heading heading =
                new Incident.Heading(
                        into.title(),
                        into.impact().orWorse(other.impact()),
                        into.isTakenOver() ? into.heading().owner() : other.heading().owner());
        return new Incident(
                        into.id(),
                        into.entered(),
                        heading,
                        mergedSpan(into, other, open),
                        open ? goingOn(updates, into, other) : updates,
                        into.evidence(),
                        into.acknowledged().or(other::acknowledged))
                .withEvidence(other.evidence());
    }

    private static Incident.Span mergedSpan(Incident into, Incident other, boolean open) {
        Instant started = earlier(into.started(), other.started());
        Optional<Instant> ended =
                Stream.concat(into.ended().stream(), other.ended().stream())
                        .max(Instant::compareTo);
        return open
                ? Incident.Span.open(started)
                : Incident.Span.over(started, ended.orElseThrow());
    }

    /** Where the later words say that it is over, what is still open speaks last. */
    private static List<IncidentUpdate> goingOn(
            List<IncidentUpdate> updates, Incident into, Incident other) {
        Incident open = into.isOpen() ? into : other;
        List<IncidentUpdate> sorted = new ArrayList<>(updates);
        sorted.sort((a, b) -> a.at().compareTo(b.at()));
        IncidentUpdate last = sorted.getLast();
        if (last.status().isOver()) {
            sorted.add(
                    new IncidentUpdate(
                            "merged-" + other.id(),
                            open.status(),
                            Author.machine(),
                            "",
                            last.at().plusMillis(1),
                            last.written(),
                            List.of(),
                            false));
        }
        return sorted;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
