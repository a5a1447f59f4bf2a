package weservstatus.document;

import java.util.List;

/** {@code /feed.json}: JSON Feed 1.1. */
final class FeedJson {
    static final String MEDIA_TYPE = "application/feed+json; charset=utf-8";

    private FeedJson() {}

    static byte[] write(Feed feed) {
        return Json.document(json -> {
            json.text("version", "https://jsonfeed.org/version/1.1");
            json.text("title", feed.title());
            json.text("home_page_url", feed.links().home());
            json.text("feed_url", feed.links().to("feed.json"));
            json.text("description", feed.subtitle());
            json.text("language", "en");
            json.objects("items", feed.entries(), FeedJson::item);
        });
    }

    private static void item(Json json, FeedEntry entry) {
        json.text("id", entry.id());
        json.text("url", entry.link());
        json.text("title", entry.title());
        json.text("content_html", entry.html());
        json.text("content_text", entry.text());
        json.text("date_published", Times.seconds(entry.published()));
        json.text("date_modified", Times.seconds(entry.updated()));
        json.texts("tags", List.of(entry.kind()));
    }
}
