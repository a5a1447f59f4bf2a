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
 * A VTIMEZONE: every change of the clock from the one before {@code from} on up to {@code until},
 * one by one. A calendar that is fetched again and again needs no rule for the far future.
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
        observance(out, new Step(offset, offset, false), List.of("19700101T000000"));
    }

    private static void step(ContentLines out, Step step, List<ZoneOffsetTransition> transitions) {
        observance(out, step, transitions.stream().map(t -> wall(t.getDateTimeBefore())).toList());
    }

    private static void observance(ContentLines out, Step step, List<String> onsets) {
        String kind = step.daylight() ? "DAYLIGHT" : "STANDARD";
        out.begin(kind).line("DTSTART", onsets.getFirst());
        if (onsets.size() > 1) {
            out.line("RDATE", onsets.stream().skip(1).collect(Collectors.joining(",")));
        }
        out.line("TZOFFSETFROM", offset(step.before()));
        out.line("TZOFFSETTO", offset(step.after()));
        out.end(kind);
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
