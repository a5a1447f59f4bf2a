package weservstatus.text;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/**
 * A block of addresses, such as {@code 192.0.2.0/24}.
 *
 * @param address any of the block
 * @param prefix how many leading bits all of the block share
 */
public record AddressBlock(InetAddress address, int prefix) {
    public AddressBlock {
        if (prefix < 0 || prefix > 8 * address.getAddress().length) {
            throw new IllegalArgumentException(
                    "no address of %s has %d bits".formatted(address.getHostAddress(), prefix));
        }
    }

    /**
     * Reads {@code address/prefix}, or one address alone. Names are not looked up.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static AddressBlock parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int all = 8 * address.getAddress().length;
        return new AddressBlock(
                address, slash < 0 ? all : Integer.parseInt(text.substring(slash + 1)));
    }

    /** The address that the text is, without any look-up; absent when it is none. */
    public static Optional<InetAddress> address(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    public boolean holds(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] its = other.getAddress();
        int whole = prefix / 8;
        int rest = prefix % 8;
        return mine.length == its.length
                && Arrays.equals(mine, 0, whole, its, 0, whole)
                && (rest == 0 || ((mine[whole] ^ its[whole]) & 0xff) >>> (8 - rest) == 0);
    }
}
