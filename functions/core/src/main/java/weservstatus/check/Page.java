package weservstatus.check;

import java.net.URI;
import java.util.Optional;

/**
 * What the public page calls itself.
 *
 * @param name title
 * @param url where the page lies, used in documents that need an absolute address
 * @param timeZone IANA zone of the owner, for documents that name one
 * @param notice one sentence shown above everything else, such as the label of the demo
 * @param look what the owner changed of its looks
 * @param subscriptions whether visitors may have news by mail
 */
public record Page(
        String name,
        URI url,
        String timeZone,
        Optional<String> notice,
        Look look,
        boolean subscriptions) {
    /** A page as the product has it. */
    public Page(String name, URI url, String timeZone, Optional<String> notice) {
        this(name, url, timeZone, notice, Look.PLAIN, false);
    }

    /** A page of which visitors get no mail. */
    public Page(String name, URI url, String timeZone, Optional<String> notice, Look look) {
        this(name, url, timeZone, notice, look, false);
    }

    /** The same page, of which visitors may have news by mail, or not. */
    public Page offering(boolean mail) {
        return new Page(name, url, timeZone, notice, look, mail);
    }

    /** The same page at another address. */
    public Page at(URI other) {
        return new Page(name, other, timeZone, notice, look, subscriptions);
    }
}
