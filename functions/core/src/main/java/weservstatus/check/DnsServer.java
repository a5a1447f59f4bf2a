package weservstatus.check;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A resolver: an address, since a name would need another resolver first, and a port. */
public record DnsServer(InetAddress address, int port) {
    private static final int STANDARD_PORT = 53;
    private static final int LAST_PORT = 65_535;
    private static final Pattern WITH_PORT =
            Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([0-9.]+)):([1-9]\\d{0,4})");

    /** Such as {@code 9.9.9.9}, {@code 127.0.0.1:5353}, {@code ::1} or {@code [::1]:5353}. */
    public static Optional<DnsServer> parse(String text) {
        Matcher parts = WITH_PORT.matcher(text);
        if (!parts.matches()) {
            return of(text, STANDARD_PORT);
        }
        String host = parts.group(1) == null ? parts.group(2) : parts.group(1);
        return of(host, Integer.parseInt(parts.group(3)));
    }

    private static Optional<DnsServer> of(String host, int port) {
        try {
            return Optional.of(new DnsServer(InetAddress.ofLiteral(host), port))
                    .filter(server -> server.port() <= LAST_PORT);
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        String host = address.getHostAddress();
        String shown = host.contains(":") ? "[" + host + "]" : host;
        return port == STANDARD_PORT ? shown : shown + ":" + port;
    }
}
