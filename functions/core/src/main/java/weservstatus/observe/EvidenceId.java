package weservstatus.observe;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import weservstatus.check.CheckId;
import weservstatus.check.LocationId;
import weservstatus.time.Slot;

/**
 * Names the evidence of one attempt: slot, number of the round, location and check, so that a
 * repeat of the same round names the same.
 *
 * @param value such as {@code 20261126T142600000Z.0.here.webp}
 */
public record EvidenceId(String value) {
    private static final Pattern SYNTAX =
            Pattern.compile("\\d{8}T\\d{9}Z\\.\\d{1,3}\\.[a-z0-9-]{1,63}\\.[a-z0-9-]{1,63}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
    private static final int DATE = 8;

    public EvidenceId {
        if (!SYNTAX.matcher(value).matches()) {
            throw new IllegalArgumentException("not an id of evidence: " + value);
        }
    }

    public static EvidenceId of(LocationId location, Slot slot, int number, CheckId check) {
        Instant start = slot.start();
        return new EvidenceId(
                TIME.format(start) + "." + number + "." + location.value() + "." + check.value());
    }

    /** Reads what somebody sent; absent when it is none. */
    public static Optional<EvidenceId> parse(String text) {
        return SYNTAX.matcher(text).matches()
                ? Optional.of(new EvidenceId(text))
                : Optional.empty();
    }

    /** The UTC day of the slot as {@code 20261126}: text that sorts by time. */
    public String day() {
        return value.substring(0, DATE);
    }

    /** {@link #day} of all evidence of a date. */
    public static String day(LocalDate date) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(date);
    }

    @Override
    public String toString() {
        return value;
    }
}
