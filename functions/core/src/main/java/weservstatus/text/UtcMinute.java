package weservstatus.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment as people read it: to the minute, in UTC. */
public final class UtcMinute {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private UtcMinute() {}

    /** As in {@code 3 Nov 2026, 21:30 UTC}. */
    public static String of(Instant instant) {
        return FORMAT.format(instant);
    }
}
