package weservstatus.document;

import java.util.EnumMap;
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

    /** A document that is the same for every snapshot, compressed once. */
    public static Rendered fixed(byte[] plain, String contentType, String cacheControl) {
        return WholeDocument.of(plain, contentType, cacheControl);
    }

    /** All documents of this snapshot. Those without a parameter are finished on return. */
    public static PublishedDocuments of(StatusSnapshot snapshot) {
        return new PublishedDocuments(snapshot, whole(snapshot));
    }

    /** The status alone, where no other document is wanted. */
    public static Rendered status(StatusSnapshot snapshot) {
        return WholeDocument.of(StatusJson.write(snapshot), JSON, CACHED_LONG);
    }

    private static Map<DocumentName, Rendered> whole(StatusSnapshot snapshot) {
        Map<DocumentName, Rendered> whole = new EnumMap<>(DocumentName.class);
        whole.put(DocumentName.STATUS, status(snapshot));
        whole.put(
                DocumentName.CHECKS, WholeDocument.of(ChecksJson.all(snapshot), JSON, CACHED_LONG));
        whole.put(
                DocumentName.SPEED,
                WholeDocument.of(LatestSpeedJson.write(snapshot), JSON, CACHED_LONG));
        whole.put(DocumentName.SLO, WholeDocument.of(SloJson.write(snapshot), JSON, CACHED_LONG));
        statuspage(new StatuspageV2(snapshot))
                .forEach((name, bytes) ->
                        whole.put(name, WholeDocument.of(bytes, JSON, CACHED_BRIEFLY)));
        whole.putAll(others(snapshot));
        return whole;
    }

    private static Map<DocumentName, Rendered> others(StatusSnapshot snapshot) {
        Feed feed = new Feed(snapshot);
        return Map.of(
                DocumentName.FEED_ATOM, brief(AtomXml.write(feed), AtomXml.MEDIA_TYPE),
                DocumentName.FEED_RSS, brief(RssXml.write(feed), RssXml.MEDIA_TYPE),
                DocumentName.FEED_JSON, brief(FeedJson.write(feed), FeedJson.MEDIA_TYPE),
                DocumentName.MAINTENANCE_CALENDAR,
                        brief(new CalendarIcs(snapshot).all(), CalendarIcs.MEDIA_TYPE),
                DocumentName.METRICS, brief(OpenMetrics.write(snapshot), OpenMetrics.MEDIA_TYPE),
                DocumentName.PLAIN, brief(PlainHtml.write(snapshot, feed), PlainHtml.MEDIA_TYPE));
    }

    private static Rendered brief(byte[] bytes, String contentType) {
        return WholeDocument.of(bytes, contentType, CACHED_BRIEFLY);
    }

    private static Map<DocumentName, byte[]> statuspage(StatuspageV2 v2) {
        return Map.of(
                DocumentName.STATUSPAGE_SUMMARY, v2.summary(),
                DocumentName.STATUSPAGE_STATUS, v2.status(),
                DocumentName.STATUSPAGE_COMPONENTS, v2.components(),
                DocumentName.STATUSPAGE_INCIDENTS, v2.incidents(),
                DocumentName.STATUSPAGE_UNRESOLVED, v2.unresolvedIncidents(),
                DocumentName.STATUSPAGE_MAINTENANCES, v2.maintenances(),
                DocumentName.STATUSPAGE_UPCOMING, v2.upcomingMaintenances(),
                DocumentName.STATUSPAGE_ACTIVE, v2.activeMaintenances());
    }
}
