package weservstatus.send;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import weservstatus.notify.Delivery;
import weservstatus.notify.Post;
import weservstatus.notify.SecretName;
import weservstatus.usecase.Secrets;

/**
 * Tells somebody else's machine that this monitor lives, as healthchecks.io and others like it want
 * it (healthchecks.io/docs/http_api/): their address is asked, and they alarm when that stops.
 */
public final class Pulse {
    private final Secrets secrets;
    private final SecretName address;
    private final Wire wire;

    /**
     * One with the usual patience.
     *
     * @param address names the secret that holds the address
     */
    public Pulse(Secrets secrets, SecretName address, InstantSource clock) {
        this.secrets = secrets;
        this.address = address;
        this.wire = new Wire(Wire.USUAL_LIMIT, clock);
    }

    /** Asks once. The address is the owner's own, so it may lie anywhere. */
    public Delivery beat() {
        Redaction redaction = new Redaction(secrets);
        return redaction
                .find(address)
                .flatMap(Pulse::uri)
                .map(uri -> new Post("GET", uri, Map.of(), ""))
                .map(post -> Replies.delivery(wire.send(post, true), redaction))
                .orElseGet(() ->
                        new Delivery.Failed(
                                "the secret " + address + " holds no address", Optional.empty()));
    }

    private static Optional<URI> uri(String text) {
        try {
            URI uri = new URI(text);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return Optional.of(uri).filter(_ -> http && uri.getHost() != null);
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }
}
