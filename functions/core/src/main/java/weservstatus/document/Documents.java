package weservstatus.document;

import java.util.Map;
import weservstatus.status.StatusSnapshot;

/** Renders and compresses what is published: once for each snapshot, never for a request. */
public final class Documents {
    static final String JSON = "application/json; charset=utf-8";

    /**
     * For readers that know how old an answer is: they may have a day-old one while we cannot be
     * reached.
     */
    static final String CACHED_LONG =
            "public, max-age=10, stale-while-revalidate=30, stale-if-error=86400";

    /** For readers that would take an old answer for the truth. */
    static final String CACHED_BRIEFLY = "public, max-age=10, stale-while-revalidate=30";

    private Documents() {}

    /** All documents of this snapshot. The four without a parameter are finished on return. */
    public static PublishedDocuments of(StatusSnapshot snapshot) {
        return new PublishedDocuments(snapshot, whole(snapshot));
    }

    private static Map<DocumentName, Rendered> whole(StatusSnapshot snapshot) {
        StatuspageV2 v2 = new StatuspageV2(snapshot);
        return Map.of(
                DocumentName.STATUS,
                WholeDocument.of(StatusJson.write(snapshot), JSON, CACHED_LONG),
                DocumentName.STATUSPAGE_SUMMARY,
                WholeDocument.of(v2.summary(), JSON, CACHED_BRIEFLY),
                DocumentName.STATUSPAGE_STATUS,
                WholeDocument.of(v2.status(), JSON, CACHED_BRIEFLY),
                DocumentName.STATUSPAGE_COMPONENTS,
                WholeDocument.of(v2.components(), JSON, CACHED_BRIEFLY));
    }
}
