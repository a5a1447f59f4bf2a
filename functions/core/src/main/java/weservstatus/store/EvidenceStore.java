package weservstatus.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import weservstatus.check.LocationId;
import weservstatus.observe.EvidenceId;

/**
 * Evidence under {@code evidence/DAY/ID/}: a document that is there once all else is, the start of
 * the answer's body, a picture.
 */
public final class EvidenceStore {
    /** How many days after its own a piece of evidence stays. */
    public static final Duration KEPT = Duration.ofDays(14);

    private static final String ROOT = "evidence/";
    private static final String LEDGER = "ledger.";

    private final Blobs blobs;

    public EvidenceStore(Blobs blobs) {
        this.blobs = blobs;
    }

    /**
     * One piece as it is kept.
     *
     * @param document what is published of it
     */
    public record Piece(
            EvidenceId id,
            Blobs.Blob document,
            Optional<Blobs.Blob> body,
            Optional<Blobs.Blob> picture) {
        public long bytes() {
            return length(Optional.of(document)) + length(body) + length(picture);
        }

        private static long length(Optional<Blobs.Blob> part) {
            return part.map(blob -> (long) blob.bytes().length).orElse(0L);
        }
    }

    /** Writes the piece unless it is there already; whether it was new. */
    public boolean put(Piece piece) {
        if (document(piece.id()).isPresent()) {
            return false;
        }
        piece.body().ifPresent(blob -> blobs.put(name(piece.id(), "body"), blob));
        piece.picture().ifPresent(blob -> blobs.put(name(piece.id(), "picture.png"), blob));
        blobs.put(name(piece.id(), "document.json"), piece.document());
        return true;
    }

    public Optional<Blobs.Blob> document(EvidenceId id) {
        return blobs.get(name(id, "document.json"));
    }

    public Optional<Blobs.Blob> body(EvidenceId id) {
        return blobs.get(name(id, "body"));
    }

    public Optional<Blobs.Blob> picture(EvidenceId id) {
        return blobs.get(name(id, "picture.png"));
    }

    /** What the location kept on the UTC day of {@code at}. */
    public EvidenceLedger ledger(LocationId location, Instant at) {
        return blobs.get(ledgerName(location, at))
                .map(blob -> new String(blob.bytes(), StandardCharsets.UTF_8))
                .map(EvidenceLedger::decode)
                .orElse(EvidenceLedger.EMPTY);
    }

    public void putLedger(LocationId location, Instant at, EvidenceLedger ledger) {
        byte[] text = ledger.encode().getBytes(StandardCharsets.UTF_8);
        blobs.put(ledgerName(location, at), new Blobs.Blob(text, "application/json"));
    }

    /** Deletes the days that are over for longer than {@link #KEPT}. */
    public void purge(Instant now) {
        String oldest = EvidenceId.day(date(now.minus(KEPT)));
        blobs.list(ROOT).stream()
                .filter(name -> name.substring(ROOT.length()).compareTo(oldest) < 0)
                .forEach(blobs::delete);
    }

    private static String name(EvidenceId id, String part) {
        return ROOT + id.day() + "/" + id + "/" + part;
    }

    private static String ledgerName(LocationId location, Instant at) {
        return ROOT + EvidenceId.day(date(at)) + "/" + LEDGER + location + ".json";
    }

    private static LocalDate date(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
