package weservstatus.document;

/** The endpoint format of Shields (https://shields.io/badges/endpoint-badge), schema version 1. */
final class ShieldsJson {
    /** Shields asks again no sooner, whatever we say; below 300 it takes 300. */
    private static final int CACHE_SECONDS = 300;

    private ShieldsJson() {}

    static byte[] write(Badge badge) {
        return Json.document(json -> {
            json.number("schemaVersion", 1);
            json.text("label", badge.label());
            json.text("message", badge.message());
            json.text("color", badge.colour().substring(1));
            json.number("cacheSeconds", CACHE_SECONDS);
        });
    }
}
