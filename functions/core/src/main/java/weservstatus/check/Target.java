package weservstatus.check;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
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
    private static final List<String> LOCAL =
            List.of(".localhost", ".test", ".invalid", ".example", ".local", ".internal", ".lan");

    /** One that nobody counts requests at. */
    public Target(TargetId id, URI url, Optional<URI> origin) {
        this(id, url, origin, Optional.empty());
    }

    public boolean hasTls() {
        return "https".equals(url.getScheme());
    }

    /** Name or address, an IPv6 address without brackets. */
    public String host() {
        String host = url.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** The address that the URL itself gives, nothing where it gives a name. */
    public Optional<InetAddress> literal() {
        try {
            return Optional.of(InetAddress.ofLiteral(host()));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /**
     * Whether the world knows it by a name. Names without a dot and those of RFC 6761 and RFC 6762
     * come from the machine's own files or its own network.
     */
    public boolean hasPublicName() {
        String name = host().toLowerCase(Locale.ROOT);
        boolean local = !name.contains(".") || LOCAL.stream().anyMatch(name::endsWith);
        return literal().isEmpty() && !local;
    }

    /**
     * Whether it can be asked over such an address: a public name may have any, a local one need
     * not have both.
     */
    public boolean mayHave(AddressFamily family) {
        if (literal().isEmpty()) {
            return family == AddressFamily.ANY || hasPublicName();
        }
        return literal().filter(address -> !family.includes(address)).isEmpty();
    }
}
