package weservstatus.document;

/** {@code /history.atom}: RFC 4287. */
final class AtomXml {
    static final String MEDIA_TYPE = "application/atom+xml; charset=utf-8";

    private AtomXml() {}

    static byte[] write(Feed feed) {
        return Markup.document(
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n",
                xml ->
                        xml.tag("feed")
                                .with("xmlns", "http://www.w3.org/2005/Atom")
                                .with("xml:lang", "en")
                                .inside(inner -> feed(inner, feed)));
    }

    private static void feed(Markup xml, Feed feed) {
        xml.element("id", feed.id());
        xml.element("title", feed.title());
        xml.element("subtitle", feed.subtitle());
        xml.element("updated", Times.seconds(feed.updated()));
        xml.tag("author").inside(author -> author.element("name", feed.title()));
        xml.tag("link")
                .with("rel", "self")
                .with("type", "application/atom+xml")
                .with("href", feed.links().to("history.atom"))
                .empty();
        xml.tag("link")
                .with("rel", "alternate")
                .with("type", "text/html")
                .with("href", feed.links().home())
                .empty();
        xml.each(feed.entries(), AtomXml::entry);
    }

    private static void entry(Markup xml, FeedEntry entry) {
        xml.tag("entry")
                .inside(inner -> {
                    inner.element("id", entry.id());
                    inner.element("title", entry.title());
                    inner.tag("link").with("rel", "alternate").with("href", entry.link()).empty();
                    inner.tag("category").with("term", entry.kind()).empty();
                    inner.element("published", Times.seconds(entry.published()));
                    inner.element("updated", Times.seconds(entry.updated()));
                    inner.tag("content").with("type", "html").text(entry.html());
                });
    }
}
