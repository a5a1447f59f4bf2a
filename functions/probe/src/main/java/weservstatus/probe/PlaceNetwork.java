package weservstatus.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;

/** What the place where a prober runs can reach at all. */
@FunctionalInterface
public interface PlaceNetwork {

    /** Whether there is a way to the IPv6 internet. */
    boolean reachesIpv6();

    /** As the kernel's routes are now. */
    static PlaceNetwork ofMachine() {
        return PlaceNetwork::hasRoute;
    }

    /** Connecting a datagram socket looks for a route and sends nothing. */
    private static boolean hasRoute() {
        try (DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET6)) {
            // Any address of the public internet will do; 53 is a port like any other here.
            channel.connect(new InetSocketAddress(InetAddress.ofLiteral("2620:fe::fe"), 53));
            return true;
        } catch (IOException | UnsupportedOperationException noWay) {
            return false;
        }
    }
}
