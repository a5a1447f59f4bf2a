package weservstatus.config;

import java.time.Duration;
import java.util.Optional;
import weservstatus.notify.ReminderPace;

/** How it is written whether and how often an incident that lasts is told again. */
final class ReminderFields {
    private static final Duration LEAST = Duration.ofMinutes(1);

    private static final Field<Boolean> SEND =
            Field.optional(
                    "send", Scalars.flag(), "Whether there are any reminders at all.", "true");
    private static final Field<Duration> AFTER =
            Field.optional(
                    "after",
                    Durations.between(LEAST, Duration.ofDays(1)),
                    "So long after the last word on an incident comes the first one; each further"
                            + " wait is twice as long. From 1m to 1d.",
                    Durations.format(ReminderPace.USUAL.first()));
    private static final Field<Reader.Located<Duration>> LONGEST =
            Field.optional(
                    "longest",
                    Durations.between(LEAST, Duration.ofDays(7)).located(),
                    "But never longer than this; from `after` to 7d.",
                    Durations.format(ReminderPace.USUAL.longest()));
    private static final Field<Section> REMINDERS =
            Field.optional(
                    "reminders",
                    new SectionReader("reminders", SEND, AFTER, LONGEST)
                            .with(ReminderFields::apply),
                    "Channels are reminded of an incident until somebody acknowledges it.",
                    "after 30m, longest 1d");
    static final Field<?> FIELD = REMINDERS;

    private ReminderFields() {}

    private static void apply(Section reminders, Reading reading) {
        Duration after = after(reminders);
        reminders
                .find(LONGEST)
                .filter(longest -> longest.value().compareTo(after) < 0)
                .ifPresent(longest ->
                        reading.refuse(
                                longest.spot(),
                                "is shorter than the first wait of " + Durations.format(after),
                                "write a duration that is not shorter"));
    }

    /** Absent when nobody wants any. */
    static Optional<ReminderPace> pace(Section root) {
        Optional<Section> reminders = root.find(REMINDERS);
        return reminders.isEmpty()
                ? Optional.of(ReminderPace.USUAL)
                : reminders
                        .filter(some -> some.orElse(SEND, true))
                        .map(some -> new ReminderPace(after(some), longest(some)));
    }

    private static Duration after(Section reminders) {
        return reminders.orElse(AFTER, ReminderPace.USUAL.first());
    }

    private static Duration longest(Section reminders) {
        return reminders
                .find(LONGEST)
                .map(Reader.Located::value)
                .orElse(ReminderPace.USUAL.longest());
    }
}
