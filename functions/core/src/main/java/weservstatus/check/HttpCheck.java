package weservstatus.check;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One HTTP request and what its answer must be.
 *
 * @param path path and query; {@code {origin}} stands for the folder of the test card as weserv
 *     expects it in {@code url=}, {@code {nonce}} for a value that no request had before
 * @param headers sent besides Host, User-Agent and Accept-Encoding
 * @param redirects how many redirects to follow, 0 to 10; 0 judges the redirect itself
 * @param expectations all must hold
 * @param onlyWithoutOrigin stands in for the checks that need the test card where there is none
 */
public record HttpCheck(
        CheckId id,
        String name,
        String why,
        ComponentId component,
        TargetId target,
        HttpMethod method,
        String path,
        Map<String, String> headers,
        AddressFamily family,
        HttpVersion version,
        int redirects,
        Schedule schedule,
        Duration timeout,
        Optional<Duration> slowAfter,
        boolean vital,
        CachePath cachePath,
        List<Expectation> expectations,
        boolean onlyWithoutOrigin)
        implements Check {
    public HttpCheck {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
        expectations = List.copyOf(expectations);
    }

    /** The check with other expectations. */
    public HttpCheck expecting(List<Expectation> others) {
        return new HttpCheck(
                id,
                name,
                why,
                component,
                target,
                method,
                path,
                headers,
                family,
                version,
                redirects,
                schedule,
                timeout,
                slowAfter,
                vital,
                cachePath,
                others,
                onlyWithoutOrigin);
    }

    @Override
    public boolean needsOrigin() {
        return path.contains("{origin}");
    }

    @Override
    public int uncachedRequests() {
        return cachePath == CachePath.MISS ? 1 : 0;
    }

    @Override
    public Optional<Lack> lack(Target target) {
        if (needsOrigin() && target.origin().isEmpty()) {
            return Optional.of(Lack.ORIGIN);
        }
        if (needsTls() && !target.hasTls()) {
            return Optional.of(Lack.TLS);
        }
        return target.mayHave(family) ? Optional.empty() : Optional.of(Lack.FAMILY);
    }

    private boolean needsTls() {
        return expectations.stream().anyMatch(Expectation.CertificateLasts.class::isInstance);
    }
}
