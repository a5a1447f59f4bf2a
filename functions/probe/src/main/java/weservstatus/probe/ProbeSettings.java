package weservstatus.probe;

import java.net.URI;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * All that a prober takes from the world around it.
 *
 * @param time wall clock, for the start of an attempt
 * @param ticker nanoseconds from an arbitrary origin, for durations
 * @param nonces a value that no request had before; letters, digits and hyphens only
 * @param userAgent names the product, its version and a contact address
 * @param resolver finds addresses
 * @param network what the place can reach
 * @param trust decides on certificates
 */
public record ProbeSettings(
        InstantSource time,
        LongSupplier ticker,
        Supplier<String> nonces,
        String userAgent,
        Resolver resolver,
        PlaceNetwork network,
        X509ExtendedTrustManager trust) {

    /** For production: the machine's clock, resolver and trust. Make one per process, early. */
    public static ProbeSettings standard(String userAgent) {
        return new ProbeSettings(
                InstantSource.system(),
                System::nanoTime,
                () -> UUID.randomUUID().toString(),
                userAgent,
                new SystemResolver(),
                PlaceNetwork.ofMachine(),
                Trust.ofJvm());
    }

    /** Such as {@code weserv-status/0.1.0 (+https://status.example.org)}. */
    public static String userAgent(String version, URI contact) {
        return "weserv-status/" + version + " (+" + contact + ")";
    }

    public ProbeSettings withTime(InstantSource changed) {
        return new ProbeSettings(changed, ticker, nonces, userAgent, resolver, network, trust);
    }

    public ProbeSettings withResolver(Resolver changed) {
        return new ProbeSettings(time, ticker, nonces, userAgent, changed, network, trust);
    }

    public ProbeSettings withTrust(X509ExtendedTrustManager changed) {
        return new ProbeSettings(time, ticker, nonces, userAgent, resolver, network, changed);
    }

    public ProbeSettings withNetwork(PlaceNetwork changed) {
        return new ProbeSettings(time, ticker, nonces, userAgent, resolver, changed, trust);
    }
}
