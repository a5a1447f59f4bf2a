package weservstatus.document;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The two forms of RFC 3339 that our documents use, both in UTC and floored. */
final class Times {
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Times() {}

    /** As in {@code 2026-11-23T21:30:04Z}. */
    static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** As in {@code 2026-11-23T21:30:04.000Z}. */
    static String milliseconds(Instant instant) {
        return MILLISECONDS.format(instant);
    }
}
