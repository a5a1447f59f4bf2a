package weservstatus.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import weservstatus.document.HistoryJson;
import weservstatus.document.RawJson;
import weservstatus.document.StoredDocument;
import weservstatus.store.Blobs;
import weservstatus.store.RawStore;

/** What was observed, for everybody to count again. */
final class RawDays {
    private static final String SUFFIX = ".ndjson.gz";
    private static final String CACHE = "public, max-age=10";

    private RawDays() {}

    static Answer list(Resource.Sources sources, Resource.Call call) {
        return Answer.found(RawJson.of(new RawStore(sources.blobs()).list()));
    }

    static Answer day(Resource.Sources sources, Resource.Call call) {
        String file = call.variable("file");
        return date(file)
                .flatMap(new RawStore(sources.blobs())::find)
                .map(RawDays::found)
                .orElseGet(() -> Answer.notFound("there is no raw day " + Echo.of(file)));
    }

    static Answer history(Resource.Sources sources, Resource.Call call) {
        return Answer.found(HistoryJson.of(new RawStore(sources.blobs()).chain().months()));
    }

    static Answer chain(Resource.Sources sources, Resource.Call call) {
        byte[] lines = new RawStore(sources.blobs()).chain().bytes();
        return Answer.found(new StoredDocument(lines, "application/x-ndjson", CACHE));
    }

    private static Answer found(Blobs.Blob day) {
        return Answer.found(new StoredDocument(day.bytes(), day.contentType(), CACHE));
    }

    private static Optional<LocalDate> date(String file) {
        if (!file.endsWith(SUFFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(file.substring(0, file.length() - SUFFIX.length())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
