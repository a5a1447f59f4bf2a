package weservstatus.check;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;

/** The kinds of DNS records that a check can ask for. */
public enum RecordType {
    A,
    AAAA,
    CNAME,
    MX,
    NS,
    TXT,
    CAA;

    /**
     * A value in the one spelling that values are compared in: addresses as Java writes them, names
     * in lower case without the closing dot, texts as they are. Nothing where it can be no value of
     * such a record.
     */
    public Optional<String> normal(String value) {
        return switch (this) {
            case A -> address(value, Inet4Address.class);
            case AAAA -> address(value, Inet6Address.class);
            case CNAME, NS, MX -> Optional.of(name(value)).filter(name -> !name.isEmpty());
            case TXT, CAA -> Optional.of(value);
        };
    }

    private static Optional<String> address(String value, Class<? extends InetAddress> family) {
        try {
            return Optional.of(InetAddress.ofLiteral(value))
                    .filter(family::isInstance)
                    .map(InetAddress::getHostAddress);
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static String name(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
