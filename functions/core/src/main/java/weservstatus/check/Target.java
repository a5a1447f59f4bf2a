package weservstatus.check;

import java.net.URI;
import java.util.Optional;

/**
 * An instance of the image service.
 *
 * @param id identity
 * @param url scheme, host and port, without a path
 * @param origin public folder that holds the test card; without it the checks that need the card
 *     are off
 * @param budget how many uncached requests one address may send to it, nothing where that does not
 *     matter
 */
public record Target(TargetId id, URI url, Optional<URI> origin, Optional<Budget> budget) {
    /** One that nobody counts requests at. */
    public Target(TargetId id, URI url, Optional<URI> origin) {
        this(id, url, origin, Optional.empty());
    }

    public boolean hasTls() {
        return "https".equals(url.getScheme());
    }
}
