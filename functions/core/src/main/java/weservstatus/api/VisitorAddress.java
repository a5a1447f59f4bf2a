package weservstatus.api;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weservstatus.text.AddressBlock;

/**
 * Who asks, by the word of proxies that are believed: each adds to {@code X-Forwarded-For} whom it
 * was asked by. What the first one that is not believed says anybody may have made up.
 */
public final class VisitorAddress {
    /** An address of IPv6 with a port, or one of IPv4. */
    private static final Pattern WITH_PORT =
            Pattern.compile("\\[([0-9A-Fa-f:.]+)](?::\\d+)?|([0-9.]+):\\d+");

    /** Whoever has one address of such a block has all of it. */
    private static final int BLOCK = 64;

    private static final String NOBODY = "unknown";

    private VisitorAddress() {}

    /**
     * The nearest address that is no proxy's, without its port; the block of one of IPv6; {@code
     * unknown} where no proxy says any.
     *
     * @param proxies whose word is believed
     */
    public static String of(Request request, Predicate<String> proxies) {
        List<String> all =
                Arrays.stream(request.header("x-forwarded-for").orElse("").split(",", -1))
                        .map(VisitorAddress::bare)
                        .filter(address -> !address.isEmpty())
                        .toList();
        String nearest =
                all.reversed().stream()
                        .filter(proxies.negate())
                        .findFirst()
                        .orElseGet(() -> all.isEmpty() ? NOBODY : all.getFirst());
        return AddressBlock.address(nearest).map(VisitorAddress::block).orElse(nearest);
    }

    private static String bare(String said) {
        String text = said.strip().toLowerCase(Locale.ROOT);
        Matcher port = WITH_PORT.matcher(text);
        return port.matches() ? (port.group(1) == null ? port.group(2) : port.group(1)) : text;
    }

    private static String block(InetAddress address) {
        byte[] bytes = address.getAddress();
        String whole = address.getHostAddress();
        return bytes.length == 4
                ? whole
                : String.join(":", Arrays.asList(whole.split(":", -1)).subList(0, BLOCK / 16))
                        + "::/"
                        + BLOCK;
    }
}
