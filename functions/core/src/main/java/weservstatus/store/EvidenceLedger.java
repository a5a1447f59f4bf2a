package weservstatus.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.check.CheckId;
import weservstatus.observe.EvidenceId;

/**
 * What one location kept on one day, so that a long outage does not fill the store: the first
 * failures are the ones that tell something.
 *
 * @param bytes kept on this day, those that are promised included
 */
public record EvidenceLedger(long bytes, SortedMap<CheckId, Line> lines) {
    /** Most that one piece of evidence may take; so much is promised before it is written. */
    public static final long MAX_PIECE = 2L * 1024 * 1024;

    /** Most bytes of a location and day. */
    public static final long MAX_DAY = 64L * 1024 * 1024;

    /** Most pieces of a check and hour. */
    public static final int MAX_HOUR = 3;

    /**
     * The newest hour of one check.
     *
     * @param kept how many pieces in that hour
     * @param last the newest of them
     */
    public record Line(Instant hour, int kept, EvidenceId last) {}

    public EvidenceLedger {
        lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
    }

    static final EvidenceLedger EMPTY = new EvidenceLedger(0, new TreeMap<>());

    /** Whether one more piece of this check may be kept now. */
    public boolean admits(CheckId check, Instant at) {
        boolean room = bytes + MAX_PIECE <= MAX_DAY;
        return room && line(check, at).map(Line::kept).orElse(0) < MAX_HOUR;
    }

    /** The newest piece of this check within the hour. */
    public Optional<EvidenceId> last(CheckId check, Instant at) {
        return line(check, at).map(Line::last);
    }

    /** With one more piece, of which the size is not known yet. */
    public EvidenceLedger promised(CheckId check, EvidenceId id, Instant at) {
        SortedMap<CheckId, Line> more = new TreeMap<>(lines);
        int kept = line(check, at).map(Line::kept).orElse(0);
        more.put(check, new Line(at.truncatedTo(ChronoUnit.HOURS), kept + 1, id));
        return new EvidenceLedger(bytes + MAX_PIECE, more);
    }

    /** With the true size in place of the promised one. */
    public EvidenceLedger written(long size) {
        return new EvidenceLedger(Math.max(0, bytes - MAX_PIECE + size), lines);
    }

    private Optional<Line> line(CheckId check, Instant at) {
        return Optional.ofNullable(lines.get(check))
                .filter(line -> line.hour().equals(at.truncatedTo(ChronoUnit.HOURS)));
    }

    String encode() {
        ObjectNode json = Fields.JSON.createObjectNode();
        json.put("bytes", bytes);
        ObjectNode checks = json.putObject("checks");
        lines.forEach((check, line) -> {
            ObjectNode entry = checks.putObject(check.value());
            entry.put("hour", line.hour().toString());
            entry.put("kept", line.kept());
            entry.put("last", line.last().value());
        });
        return Fields.JSON.writeValueAsString(json);
    }

    static EvidenceLedger decode(String text) {
        Fields json = Fields.parse("ledger of evidence", text);
        Fields checks = json.object("checks");
        SortedMap<CheckId, Line> lines = new TreeMap<>();
        for (String check : checks.names()) {
            Fields line = checks.object(check);
            lines.put(
                    new CheckId(check),
                    new Line(
                            line.instant("hour"),
                            line.integer("kept"),
                            line.parsed("last", EvidenceId::new)));
            line.end();
        }
        EvidenceLedger ledger = new EvidenceLedger(json.whole("bytes"), lines);
        json.end();
        return ledger;
    }
}
