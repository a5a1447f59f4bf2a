package weservstatus.document;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A VTIMEZONE: every change of the clock from the one before {@code from} on up to {@code until}.
 * Changes that come on the same weekday every year are written as a rule, because not every reader
 * follows a list; others one by one.
 */
record ZoneIcs(ZoneId zone, Instant from, Instant until) {
    private static final DateTimeFormatter WALL =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final int SECONDS_PER_MINUTE = 60;

    /** From what to what the clock goes. */
    private record Step(ZoneOffset before, ZoneOffset after, boolean daylight) {}

    static String wall(LocalDateTime time) {
        return WALL.format(time);
    }

    void write(ContentLines out) {
        out.begin("VTIMEZONE").line("TZID", zone.getId());
        Map<Step, List<ZoneOffsetTransition>> steps = steps();
        if (steps.isEmpty()) {
            steady(out);
        }
        steps.forEach((step, transitions) -> step(out, step, transitions));
        out.end("VTIMEZONE");
    }

    private Map<Step, List<ZoneOffsetTransition>> steps() {
        ZoneRules rules = zone.getRules();
        Map<Step, List<ZoneOffsetTransition>> steps = new LinkedHashMap<>();
        ZoneOffsetTransition before = rules.previousTransition(from);
        ZoneOffsetTransition next = before == null ? rules.nextTransition(from) : before;
        while (next != null && next.getInstant().isBefore(until)) {
            Step step =
                    new Step(
                            next.getOffsetBefore(),
                            next.getOffsetAfter(),
                            rules.isDaylightSavings(next.getInstant()));
            steps.computeIfAbsent(step, _ -> new ArrayList<>()).add(next);
            next = rules.nextTransition(next.getInstant());
        }
        return steps;
    }

    private void steady(ContentLines out) {
        ZoneOffset offset = zone.getRules().getOffset(from);
        out.begin("STANDARD").line("DTSTART", "19700101T000000");
        offsets(out, new Step(offset, offset, false));
        out.end("STANDARD");
    }

    private static void step(ContentLines out, Step step, List<ZoneOffsetTransition> transitions) {
        String kind = step.daylight() ? "DAYLIGHT" : "STANDARD";
        List<LocalDateTime> onsets =
                transitions.stream().map(ZoneOffsetTransition::getDateTimeBefore).toList();
        out.begin(kind).line("DTSTART", wall(onsets.getFirst()));
        YearlyRule.of(onsets)
                .ifPresentOrElse(rule -> out.line("RRULE", rule), () -> list(out, onsets));
        offsets(out, step);
        out.end(kind);
    }

    private static void list(ContentLines out, List<LocalDateTime> onsets) {
        if (onsets.size() > 1) {
            out.line(
                    "RDATE",
                    onsets.stream().skip(1).map(ZoneIcs::wall).collect(Collectors.joining(",")));
        }
    }

    private static void offsets(ContentLines out, Step step) {
        out.line("TZOFFSETFROM", offset(step.before()));
        out.line("TZOFFSETTO", offset(step.after()));
    }

    private static String offset(ZoneOffset offset) {
        int seconds = Math.abs(offset.getTotalSeconds());
        int minutes = seconds / SECONDS_PER_MINUTE;
        int rest = seconds % SECONDS_PER_MINUTE;
        return (offset.getTotalSeconds() < 0 ? "-" : "+")
                + "%02d%02d".formatted(minutes / SECONDS_PER_MINUTE, minutes % SECONDS_PER_MINUTE)
                + (rest == 0 ? "" : "%02d".formatted(rest));
    }
}
