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
 */
public record Target(TargetId id, URI url, Optional<URI> origin) {
    public boolean hasTls() {
        return "https".equals(url.getScheme());
    }
}
