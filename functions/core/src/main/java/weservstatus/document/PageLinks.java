package weservstatus.document;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import weservstatus.check.Page;

/** Absolute addresses and identities of what a page publishes. */
public record PageLinks(URI page) {
    public static PageLinks of(Page page) {
        return new PageLinks(page.url());
    }

    /** The page itself. */
    String home() {
        return page.toASCIIString();
    }

    /** A path below the page, without a slash at its start. */
    public String to(String path) {
        String base = home();
        return base + (base.endsWith("/") ? "" : "/") + path;
    }

    /** The page of an incident or of one time that planned work takes place. */
    public String incident(String id) {
        return to("incident.html?id=" + id);
    }

    /**
     * The same for ever for the same thing on the same page, and different on every page.
     *
     * @param what kind and id, as in {@code incident/k3v9x1q0z7ab}
     */
    UUID uuid(String what) {
        String name = home() + "#" + what;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    String urn(String what) {
        return "urn:uuid:" + uuid(what);
    }
}
