package weservstatus.document;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** {@code /history.rss}: RSS 2.0. */
final class RssXml {
    static final String MEDIA_TYPE = "application/rss+xml; charset=utf-8";

    private RssXml() {}

    static byte[] write(Feed feed) {
        return Markup.document(
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n",
                xml ->
                        xml.tag("rss")
                                .with("version", "2.0")
                                .with("xmlns:atom", "http://www.w3.org/2005/Atom")
                                .inside(rss ->
                                        rss.tag("channel")
                                                .inside(channel -> channel(channel, feed))));
    }

    private static void channel(Markup xml, Feed feed) {
        xml.element("title", feed.title());
        xml.element("link", feed.links().home());
        xml.element("description", feed.subtitle());
        xml.element("language", "en");
        xml.element("lastBuildDate", date(feed.updated()));
        xml.tag("atom:link")
                .with("rel", "self")
                .with("type", "application/rss+xml")
                .with("href", feed.links().to("history.rss"))
                .empty();
        xml.each(feed.entries(), RssXml::item);
    }

    /** RSS knows one date: it moves with every update. */
    private static void item(Markup xml, FeedEntry entry) {
        xml.tag("item")
                .inside(inner -> {
                    inner.element("title", entry.title());
                    inner.element("link", entry.link());
                    inner.tag("guid").with("isPermaLink", "false").text(entry.id());
                    inner.element("category", entry.kind());
                    inner.element("pubDate", date(entry.updated()));
                    inner.element("description", entry.html());
                });
    }

    private static String date(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
