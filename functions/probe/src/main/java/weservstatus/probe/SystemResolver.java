package weservstatus.probe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Security;
import java.util.List;

/**
 * The resolver of the operating system without the JVM's memory.
 *
 * <p>The JVM keeps good answers for 30 s and bad ones for 10 s, so that a repeat after a failure
 * would be no second observation. The JVM reads the switches for that at its first lookup: create
 * this object before anything else resolves a name.
 */
public final class SystemResolver implements Resolver {
    public SystemResolver() {
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
        Security.setProperty("networkaddress.cache.stale.ttl", "0");
    }

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }
}
